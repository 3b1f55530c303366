//! A simulation as SVG: how fast each way of asking nears the full questionnaire, and finds the hidden métier.

use std::fmt::Write;

use boussole_evaluation::Summary;
use boussole_simulation::{CurvePoint, Policy, Simulation};

use crate::simulation::SimulationReport;
use crate::voice::Voice;
use crate::words::{message, values};

/// The size of the drawing, in pixels at 100 %.
const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 400.0;

/// Where the plots begin and end, vertically.
const TOP: f64 = 56.0;
const BOTTOM: f64 = 312.0;

/// How wide one plot is.
const PLOT_WIDTH: f64 = 350.0;

/// The numbers of questions on the horizontal axis.
const TICKS: [usize; 5] = [0, 10, 20, 30, 40];

/// Colour and dashes of a policy: told apart in print and by people who do not see colours. Colours: Okabe and Ito, 2008.
fn stroke(policy: Policy) -> (&'static str, &'static str) {
    match policy {
        Policy::Adaptive => ("#0072b2", "none"),
        Policy::AdaptiveTwice => ("#d55e00", "8 3"),
        Policy::Static => ("#009e73", "2 3"),
        Policy::Random => ("#666666", "10 3 2 3"),
    }
}

/// One of the two plots.
struct Plot {
    title: String,
    left: f64,
    /// The value at the top of the vertical axis.
    max: f64,
    values: fn(&CurvePoint) -> &[f64],
}

impl Plot {
    fn x(&self, n_questions: usize) -> f64 {
        self.left + PLOT_WIDTH * n_questions as f64 / TICKS[TICKS.len() - 1] as f64
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * value / self.max
    }
}

impl SimulationReport<'_> {
    /// The curves of the first kind of students, with bands of 95 %, as one SVG document.
    pub fn svg(&self, voice: Voice) -> String {
        let mut out = String::new();
        self.write_svg(&mut out, voice).expect("writing to a string does not fail");
        out
    }

    fn write_svg(&self, out: &mut String, voice: Voice) -> std::fmt::Result {
        let n_students = self.first().map_or(0, |simulation| simulation.levels.len());
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
             font-size=\"12\" role=\"img\" aria-labelledby=\"title description\">"
        )?;
        writeln!(out, "<title id=\"title\">{}</title>", voice.words(message::SIMULATION_PICTURE_TITLE))?;
        let shows = voice.words_with(message::SIMULATION_PICTURE_SHOWS, values![n = n_students]);
        writeln!(out, "<desc id=\"description\">{shows}</desc>")?;
        writeln!(out, "<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>")?;
        let Some(simulation) = self.first() else { return writeln!(out, "</svg>") };
        let [of_overlap, of_recall] =
            [message::SIMULATION_PICTURE_OVERLAP, message::SIMULATION_PICTURE_RECALL].map(|title| voice.words(title));
        let overlap = Plot { title: of_overlap, left: 50.0, max: 1.0, values: |point| &point.overlaps };
        let recall = Plot { title: of_recall, left: 480.0, max: 0.6, values: |point| &point.hits };
        for plot in [&overlap, &recall] {
            axes(out, plot, voice)?;
            self.curves(out, plot, simulation)?;
        }
        self.all_once(out, &recall, simulation, voice)?;
        legend(out, voice)?;
        writeln!(out, "</svg>")
    }

    fn curves(&self, out: &mut String, plot: &Plot, simulation: &Simulation) -> std::fmt::Result {
        for curve in &simulation.curves {
            let (colour, dashes) = stroke(curve.policy);
            let summaries: Vec<(usize, Summary)> =
                curve.points.iter().filter_map(|point| Some((point.n_questions, self.summary((plot.values)(point))?))).collect();
            let point = |n_questions: usize, value: f64| format!("{:.1},{:.1}", plot.x(n_questions), plot.y(value.min(plot.max)));
            let upper = summaries.iter().map(|(n, summary)| point(*n, summary.interval.upper));
            let lower = summaries.iter().rev().map(|(n, summary)| point(*n, summary.interval.lower));
            let band: Vec<String> = upper.chain(lower).collect();
            let line: Vec<String> = summaries.iter().map(|(n, summary)| point(*n, summary.mean)).collect();
            writeln!(out, "<polygon points=\"{}\" fill=\"{colour}\" opacity=\"0.2\"/>", band.join(" "))?;
            writeln!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
                line.join(" ")
            )?;
        }
        Ok(())
    }

    /// A line where asking everything once ends.
    fn all_once(&self, out: &mut String, plot: &Plot, simulation: &Simulation, voice: Voice) -> std::fmt::Result {
        let Some(summary) = self.summary(&simulation.all_once) else { return Ok(()) };
        let (left, right, y) = (plot.left, plot.left + PLOT_WIDTH, plot.y(summary.mean.min(plot.max)));
        writeln!(out, "<line x1=\"{left}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#000\" stroke-width=\"0.7\"/>")?;
        let label = voice.words_with(message::SIMULATION_PICTURE_ALL_ONCE, values![mean = voice.number(summary.mean, 3)]);
        writeln!(out, "<text x=\"{right}\" y=\"{:.1}\" text-anchor=\"end\" font-size=\"11\">{label}</text>", y - 4.0)
    }
}

fn axes(out: &mut String, plot: &Plot, voice: Voice) -> std::fmt::Result {
    let (left, right) = (plot.left, plot.left + PLOT_WIDTH);
    writeln!(out, "<text x=\"{left}\" y=\"{}\" font-size=\"14\">{}</text>", TOP - 20.0, plot.title)?;
    for step in 0..=5 {
        let value = plot.max * f64::from(step) / 5.0;
        let (y, label) = (plot.y(value), voice.number(value, 2));
        writeln!(out, "<line x1=\"{left}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#ddd\"/>")?;
        writeln!(out, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 6.0, y + 4.0)?;
    }
    for n_questions in TICKS {
        let x = plot.x(n_questions);
        writeln!(out, "<text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{n_questions}</text>", BOTTOM + 18.0)?;
    }
    writeln!(
        out,
        "<text x=\"{right}\" y=\"{}\" text-anchor=\"end\">{}</text>",
        BOTTOM + 34.0,
        voice.words(message::SIMULATION_QUESTIONS)
    )
}

fn legend(out: &mut String, voice: Voice) -> std::fmt::Result {
    for (place, policy) in Policy::ALL.into_iter().enumerate() {
        let (x, y) = (50.0 + 200.0 * place as f64, HEIGHT - 24.0);
        let (colour, dashes) = stroke(policy);
        let (end, after) = (x + 34.0, x + 42.0);
        writeln!(
            out,
            "<line x1=\"{x}\" x2=\"{end}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>"
        )?;
        let words = voice.policy(policy);
        writeln!(out, "<text x=\"{after}\" y=\"{}\">{words}</text>", y + 4.0)?;
    }
    Ok(())
}
