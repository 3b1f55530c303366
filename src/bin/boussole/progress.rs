//! A progress bar on standard error, when somebody watches.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar that leaves no trace when it is dropped; on a terminal only, and not when silence was asked for.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new(is_quiet: bool) -> Self {
        let is_shown = !is_quiet && io::stderr().is_terminal();
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len}").expect("the template is well formed");
        Self { bar: ProgressBar::with_draw_target(None, target).with_style(style) }
    }

    /// Shows that so many steps of all are done.
    pub(crate) fn show(&self, done: usize, total: usize) {
        if done <= 1 {
            self.bar.set_length(total as u64);
        }
        self.bar.set_position(done as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
