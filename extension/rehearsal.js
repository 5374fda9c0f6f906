// A rehearsal's shell: what is real is put out of reach, and then panel and background are started as
// they always are, both in this page. The order is all that matters here.
import './own.js';
import './twin.js';
import './stand-in.js';
import './background.js';
import './panel.js';
