//! The panel drawn natively, without a browser.
