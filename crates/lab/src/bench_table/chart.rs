//! Charts of how cost grows, side by side in one SVG.

use std::fmt::Write;

/// The size of one chart, and the room for its labels on the left and below.
const WIDTH: f64 = 330.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 60.0;

/// Space for half of the last number.
const RIGHT: f64 = 24.0;
const BELOW: f64 = 46.0;
const ABOVE: f64 = 34.0;

/// Colours that people with any colour vision tell apart (Okabe and Ito), darkest first.
const COLOURS: [&str; 4] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"];

/// Seconds over one variable, both axes logarithmic; drawn in µs.
pub struct Chart {
    /// What is measured.
    pub title: &'static str,
    /// The variable.
    pub below: &'static str,
    /// Lines by name: values of the variable, and seconds.
    pub lines: Vec<(&'static str, Vec<(f64, f64)>)>,
}

/// Charts in rows of two.
pub fn charts(charts: &[Chart]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"11\">\n\
         <title>How cost grows, in µs</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        2.0 * WIDTH,
        charts.len().div_ceil(2) as f64 * HEIGHT
    );
    for (index, chart) in charts.iter().enumerate() {
        let (column, row) = ((index % 2) as f64, (index / 2) as f64);
        writeln!(svg, "<g transform=\"translate({} {})\">{}</g>", column * WIDTH, row * HEIGHT, chart.draw())
            .expect("a text can be written to");
    }
    svg + "</svg>\n"
}

impl Chart {
    fn draw(&self) -> String {
        let points = || self.lines.iter().flat_map(|(_, line)| line.iter().map(|(x, seconds)| (*x, 1e6 * seconds)));
        let horizontal = Axis::around(points().map(|(x, _)| x), LEFT, WIDTH - RIGHT);
        let vertical = Axis::around(points().map(|(_, y)| y), HEIGHT - BELOW, ABOVE);
        let mut svg = format!("<text x=\"{LEFT}\" y=\"18\" font-weight=\"bold\">{}, µs</text>", self.title);
        for (value, x) in horizontal.ticks() {
            let _ = write!(
                svg,
                "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                HEIGHT - BELOW + 16.0,
                short(value)
            );
        }
        for (value, y) in vertical.ticks() {
            let right = WIDTH - RIGHT;
            let _ = write!(svg, "<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#ddd\"/>");
            let _ = write!(svg, "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>", LEFT - 6.0, y + 4.0, short(value));
        }
        let middle = f64::midpoint(LEFT, WIDTH);
        let _ = write!(svg, "<text x=\"{middle}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>", HEIGHT - 12.0, self.below);
        for (index, (name, line)) in self.lines.iter().enumerate() {
            let colour = COLOURS[index % COLOURS.len()];
            let at = |(x, seconds): &(f64, f64)| format!("{:.1},{:.1}", horizontal.at(*x), vertical.at(1e6 * seconds));
            let points: Vec<String> = line.iter().map(at).collect();
            let _ =
                write!(svg, "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>", points.join(" "));
            if 1 < self.lines.len() {
                let y = ABOVE + 4.0 + 13.0 * index as f64;
                let _ = write!(svg, "<text x=\"{}\" y=\"{y}\" fill=\"{colour}\">{name}</text>", LEFT + 8.0);
            }
        }
        svg
    }
}

/// A logarithmic axis between two powers of ten.
struct Axis {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Axis {
    fn around(values: impl Iterator<Item = f64>, start: f64, end: f64) -> Self {
        let (low, high) = values.fold((f64::INFINITY, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if low <= high { (low.log10().floor(), high.log10().ceil()) } else { (0.0, 1.0) };
        Self { low, high: high.max(low + 1.0), start, end }
    }

    fn at(&self, value: f64) -> f64 {
        self.start + (value.log10() - self.low) / (self.high - self.low) * (self.end - self.start)
    }

    /// The powers of ten, and where they are.
    fn ticks(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        #[allow(clippy::cast_possible_truncation, reason = "powers of ten between nanoseconds and hours")]
        let exponents = self.low as i32..=self.high as i32;
        exponents.map(|exponent| (10_f64.powi(exponent), self.at(10_f64.powi(exponent))))
    }
}

/// A power of ten as it is written.
fn short(value: f64) -> String {
    match value {
        value if 1e6 <= value => format!("{} M", value / 1e6),
        value if 1e3 <= value => format!("{},000", value / 1e3),
        value => format!("{value}"),
    }
}
