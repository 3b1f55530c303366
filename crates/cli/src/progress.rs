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

    /// A bar over the bytes of a file.
    pub(crate) fn of_bytes(is_quiet: bool, n_bytes: u64) -> Self {
        let progress = Self::new(is_quiet);
        let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {eta}").expect("the template is well formed");
        progress.bar.set_style(style);
        progress.bar.set_length(n_bytes);
        progress
    }

    /// Shows that the file is done up to here.
    pub(crate) fn show_bytes(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// Prints something without the bar in its way.
    pub(crate) fn above(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
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
