//! PNG encoder with an indexed palette (ISO/IEC 15948).
//!
//! The indexed colours are the background and even blends of every ink with it. A card has few colours, so one byte per
//! pixel halves the size of the file against three.

use std::collections::BTreeMap;

use crc::{CRC_32_ISO_HDLC, Crc};
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::canvas::Canvas;
use crate::chart::{Palette, Rgb};

/// Compression level, 0 to 10.
const LEVEL: u8 = 9;

/// Blends of each ink with the background.
const SHADES: u32 = 42;

/// Encodes an image as a PNG file with indexed colours.
pub(super) fn encode(canvas: &Canvas, palette: &Palette) -> Vec<u8> {
    let [width, height] = canvas.size;
    let colours = colours(palette);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits per pixel, indexed colour, the only compression and filter methods there are, no interlace.
    header.extend([8, 3, 0, 0, 0]);
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"PLTE", &colours.concat());
    chunk(&mut file, b"IDAT", &compress_to_vec_zlib(&rows(canvas, &colours), LEVEL));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    const CHECK: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    file.extend((data.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend(name);
    file.extend(data);
    let check = CHECK.checksum(&file[start..]);
    file.extend(check.to_be_bytes());
}

/// The indexed colours: the background, then each ink from its faintest blend to full.
fn colours(palette: &Palette) -> Vec<Rgb> {
    let background = palette.background;
    let blended = |ink: Rgb, shade: u32| {
        core::array::from_fn(|channel| {
            let [from, to] = [background, ink].map(|colour| u32::from(colour[channel]));
            ((from * (SHADES - shade) + to * shade + SHADES / 2) / SHADES) as u8
        })
    };
    let each = [palette.ink, palette.faint, palette.contour, palette.crowd, palette.you];
    let shades = each.into_iter().flat_map(|ink| (1..=SHADES).map(move |shade| blended(ink, shade)));
    core::iter::once(background).chain(shades).collect()
}

/// Scanlines: filter type 0 (none), then the colour index of each pixel.
fn rows(canvas: &Canvas, colours: &[Rgb]) -> Vec<u8> {
    let mut known = BTreeMap::new();
    let mut number = |pixel: Rgb| *known.entry(pixel).or_insert_with(|| nearest(pixel, colours));
    let (pixels, _) = canvas.pixels.as_chunks::<3>();
    let mut last = (pixels[0], number(pixels[0]));
    let mut rows = Vec::with_capacity(pixels.len() + canvas.size[1] as usize);
    for row in pixels.chunks_exact(canvas.size[0] as usize) {
        rows.push(0);
        for &pixel in row {
            if pixel != last.0 {
                last = (pixel, number(pixel));
            }
            rows.push(last.1);
        }
    }
    rows
}

/// Index of the colour nearest to a pixel in RGB; the first of equally near ones.
fn nearest(pixel: Rgb, colours: &[Rgb]) -> u8 {
    let apart = |colour: &Rgb| -> u32 {
        colour.iter().zip(pixel).map(|(a, b)| u32::from(a.abs_diff(b))).map(|d| d * d).sum()
    };
    colours.iter().enumerate().min_by_key(|(_, colour)| apart(colour)).map_or(0, |(at, _)| at as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_chunks_and_its_pixels_come_back() {
        let palette = Palette::DAY;
        let mut canvas = Canvas::new([3, 2], palette.background);
        canvas.pixels[3..6].copy_from_slice(&palette.you);
        canvas.pixels[15..18].copy_from_slice(&palette.ink);
        let file = encode(&canvas, &palette);
        assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&file[12..24], [b"IHDR".as_slice(), &[0, 0, 0, 3, 0, 0, 0, 2]].concat());
        assert_eq!(&file[file.len() - 8..file.len() - 4], b"IEND");
        let at =
            |name: &[u8]| file.windows(4).position(|found| found == name).expect("the chunk is there") + 4;
        let rows = miniz_oxide::inflate::decompress_to_vec_zlib(&file[at(b"IDAT")..]).expect("it is zlib");
        let colour = |number: u8| &file[at(b"PLTE") + 3 * usize::from(number)..][..3];
        let pixels: Vec<u8> =
            rows.chunks_exact(4).flat_map(|row| &row[1..]).flat_map(|n| colour(*n)).copied().collect();
        assert_eq!(pixels, canvas.pixels);
    }

    #[test]
    fn there_is_a_number_for_every_colour() {
        assert_eq!(colours(&Palette::DAY).len(), 1 + 5 * SHADES as usize);
        assert!(colours(&Palette::DAY).len() <= 256);
    }
}
