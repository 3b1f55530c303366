//! The colours of the page, in light and in dark: blue for, orange against, told apart by every eye and on grey paper by their signs.

/// One colour of the page: a CSS property and its values.
struct Colour {
    name: &'static str,
    light: &'static str,
    dark: &'static str,
}

const COLOURS: [Colour; 8] = [
    Colour { name: "page", light: "#f2f5f8", dark: "#10151a" },
    Colour { name: "card", light: "#ffffff", dark: "#1b222a" },
    Colour { name: "ink", light: "#18212b", dark: "#e8edf2" },
    Colour { name: "soft", light: "#47535f", dark: "#b3bec9" },
    Colour { name: "line", light: "#76828e", dark: "#84919e" },
    Colour { name: "for", light: "#0b559f", dark: "#85bdf7" },
    Colour { name: "against", light: "#a34100", dark: "#ffae70" },
    Colour { name: "band", light: "#d5e5f6", dark: "#1c3d60" },
];

/// The rules that give the page its colours: light, and dark on a screen that asks for it. Paper is always light.
pub(super) fn rules() -> String {
    let properties = |value: fn(&Colour) -> &'static str| {
        let all: Vec<String> = COLOURS.iter().map(|colour| format!("--{}:{}", colour.name, value(colour))).collect();
        all.join(";")
    };
    let (light, dark) = (properties(|colour| colour.light), properties(|colour| colour.dark));
    format!(":root{{color-scheme:light dark;{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n")
}

#[cfg(test)]
mod tests {
    //! Properties: the contrast formula gives known values; text has a contrast of at least 4.5, lines and bars of at least 3.

    use super::*;

    /// The least contrast of text and of parts of pictures: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
    const TEXT: f64 = 4.5;
    const PICTURE: f64 = 3.0;

    /// What is drawn on what.
    const PAIRS: [(&str, &str, f64); 15] = [
        ("ink", "page", TEXT),
        ("ink", "card", TEXT),
        ("ink", "band", TEXT),
        ("soft", "page", TEXT),
        ("soft", "card", TEXT),
        ("for", "page", TEXT),
        ("for", "card", TEXT),
        ("for", "band", TEXT),
        ("against", "page", TEXT),
        ("against", "card", TEXT),
        ("against", "band", TEXT),
        ("card", "for", TEXT),
        ("line", "page", PICTURE),
        ("line", "card", PICTURE),
        ("line", "band", PICTURE),
    ];

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn contrast_has_its_known_values() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-12);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
        assert_eq!(contrast("#a34100", "#a34100"), 1.0);
    }

    #[test]
    fn everything_can_be_read() {
        for (fore, back, least) in PAIRS {
            let colour = |name| COLOURS.iter().find(|colour| colour.name == name).expect("the pair names colours");
            for (side, fore_value, back_value) in
                [("light", colour(fore).light, colour(back).light), ("dark", colour(fore).dark, colour(back).dark)]
            {
                let found = contrast(fore_value, back_value);
                assert!(least <= found, "{fore} on {back}, {side}: expected at least {least}, found {found:.2}");
            }
        }
    }
}
