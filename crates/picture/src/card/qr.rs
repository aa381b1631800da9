//! QR codes (ISO/IEC 18004) as SVG.

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of quiet zone around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Encodes a text as a QR code in SVG: one path, dark modules in `currentColor`. `None` if the text is too long for a QR code.
pub fn qr_svg(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let mut squares = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|&x| code.get_module(x, y)).count();
            if run > 0 {
                squares += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run as i32 + 1;
        }
    }
    let whole = side + 2 * QUIET;
    Some(format!(
        r#"<svg viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges"><path fill="currentColor" d="{squares}"/></svg>"#
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_squares_and_a_book_does_not() {
        let svg = qr_svg("https://example.org/p/80/#u1.02QT6BHHGW62X").expect("it is short");
        // Three finders, each with a ring of seven by seven: rows of seven dark squares begin and end them.
        assert!(svg.matches("h7v1h-7z").count() >= 6);
        assert!(svg.starts_with("<svg viewBox=\"0 0 37 37\""), "{svg:.60}");
        assert_eq!(qr_svg(&"x".repeat(5_000)), None);
    }
}
