//! A picture as rows of pixels: read, cut, written small, and compared.

use std::{collections::BTreeMap, fs, io::Cursor, path::Path};

use anyhow::{Context, ensure};

/// Bytes of a pixel.
const RGB: usize = 3;

/// Most colours of a picture that is written.
const COLOURS: usize = 256;

/// How much a channel of a pixel may differ: less than anybody sees.
const SHADE: u8 = 40;

/// How many pixels of a thousand may differ more than that.
const OF_A_THOUSAND: usize = 1;

/// A picture without transparency.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Picture {
    /// Reads a PNG of a browser.
    ///
    /// # Errors
    /// If it is no picture of three or four channels of eight bits.
    pub fn read(bytes: &[u8]) -> anyhow::Result<Self> {
        let raw = Raw::read(bytes)?;
        raw.upper_left(raw.width, raw.height)
    }

    /// Reads the upper left part of one.
    ///
    /// # Errors
    /// As [`Self::read`], or if it is smaller than that.
    pub fn read_part(bytes: &[u8], width: u32, height: u32) -> anyhow::Result<Self> {
        Raw::read(bytes)?.upper_left(width, height)
    }

    /// Writes it as a PNG of at most 256 colours, which is small: a panel has few, and those at the
    /// edges of letters are near to others.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save(&self, file: &Path) -> anyhow::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let (palette, indices) = self.indexed();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.into_iter().flatten().collect::<Vec<u8>>());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&indices)?;
        fs::write(file, bytes).with_context(|| file.display().to_string())
    }

    /// The colours that are there most, and for each pixel which of them is nearest.
    fn indexed(&self) -> (Vec<[u8; RGB]>, Vec<u8>) {
        let colours = || {
            let pixels = self.pixels.chunks_exact(RGB);
            pixels.filter_map(|pixel| <[u8; RGB]>::try_from(pixel).ok())
        };
        let mut counts: BTreeMap<[u8; RGB], usize> = BTreeMap::new();
        for colour in colours() {
            *counts.entry(colour).or_default() += 1;
        }
        let mut by_count: Vec<_> = counts.keys().copied().collect();
        by_count.sort_by_key(|colour| std::cmp::Reverse(counts.get(colour)));
        by_count.truncate(COLOURS);
        let nearest = |colour: &[u8; RGB]| {
            let far = |other: &[u8; RGB]| -> u32 {
                let pairs = colour.iter().zip(other);
                pairs.map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
            };
            let all = by_count.iter().enumerate();
            let best = all
                .min_by_key(|(_, other)| far(other))
                .map_or(0, |(at, _)| at);
            u8::try_from(best).unwrap_or(0)
        };
        let known: BTreeMap<_, _> = counts.keys().map(|one| (*one, nearest(one))).collect();
        let index = |colour| known.get(&colour).copied().unwrap_or(0);
        let indices = colours().map(index).collect();
        (by_count, indices)
    }

    /// What a person would see of the difference to another one; `None` where that is nothing.
    #[must_use]
    pub fn differs(&self, other: &Self) -> Option<String> {
        if (self.width, self.height) != (other.width, other.height) {
            let (width, height) = (other.width, other.height);
            return Some(format!(
                "{width} by {height} is now {} by {}",
                self.width, self.height
            ));
        }
        let pairs = self
            .pixels
            .chunks_exact(RGB)
            .zip(other.pixels.chunks_exact(RGB));
        let is_other = |(one, other): &(&[u8], &[u8])| {
            let mut shades = one.iter().zip(*other);
            shades.any(|(one, other)| one.abs_diff(*other) > SHADE)
        };
        let many = pairs.filter(is_other).count();
        let all = self.pixels.len() / RGB;
        (many * 1000 > all * OF_A_THOUSAND).then(|| format!("{many} of {all} pixels differ"))
    }
}

/// A picture as the browser writes it.
struct Raw {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

impl Raw {
    fn read(bytes: &[u8]) -> anyhow::Result<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("too large")?];
        let info = reader.next_frame(&mut bytes)?;
        bytes.truncate(info.buffer_size());
        let channels = info.color_type.samples();
        ensure!(info.bit_depth == png::BitDepth::Eight && channels >= RGB);
        Ok(Self {
            width: info.width,
            height: info.height,
            channels,
            bytes,
        })
    }

    fn upper_left(&self, width: u32, height: u32) -> anyhow::Result<Picture> {
        ensure!(
            width <= self.width && height <= self.height,
            "the window shows {} by {} only",
            self.width,
            self.height
        );
        let mut pixels = Vec::with_capacity((width * height) as usize * RGB);
        let rows = self.bytes.chunks_exact(self.width as usize * self.channels);
        for row in rows.take(height as usize) {
            for pixel in row.chunks_exact(self.channels).take(width as usize) {
                pixels.extend(pixel.iter().take(RGB));
            }
        }
        Ok(Picture {
            width,
            height,
            pixels,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: u32, height: u32) -> Picture {
        Picture {
            width,
            height,
            pixels: vec![128; (width * height) as usize * RGB],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("one.png");
        let mut picture = grey(5, 4);
        picture.pixels[7] = 3;
        picture.save(&file).expect("written");
        let bytes = fs::read(&file).expect("there");
        assert!(Picture::read(&bytes).expect("a picture") == picture);
        assert!(Picture::read_part(&bytes, 6, 1).is_err());
        assert!(Picture::read_part(&bytes, 5, 4).expect("all of it") == picture);
    }

    #[test]
    fn a_line_of_text_is_a_difference_and_a_shade_is_none() {
        let (before, mut after) = (grey(100, 100), grey(100, 100));
        for pixel in &mut after.pixels {
            *pixel += SHADE;
        }
        assert_eq!(after.differs(&before), None);
        for pixel in after.pixels.iter_mut().take(11 * RGB) {
            *pixel = 255;
        }
        let said = after.differs(&before);
        assert_eq!(said.as_deref(), Some("11 of 10000 pixels differ"));
        let said = grey(100, 101).differs(&before);
        assert_eq!(said.as_deref(), Some("100 by 100 is now 100 by 101"));
    }
}
