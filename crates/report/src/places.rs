//! What there is to say about places in a list: who is equal, what diversity moved, how many were looked at.

use super::voice::Voice;
use boussole::ranking::{Diversity, Move};

impl Voice {
    /// What the list is.
    pub(super) fn heading(self) -> &'static str {
        self.say(
            ["Des pistes à explorer, d'après tes réponses", "Des pistes à explorer, d'après les réponses de l'élève"],
            ["Leads to explore, by your answers", "Leads to explore, by the student's answers"],
        )
    }

    /// What an order rests on when the student has said nothing that tells métiers apart.
    pub(super) fn silent(self, is_varied: bool) -> String {
        let who = self.say(
            ["Tu n'as pas encore répondu :", "L'élève n'a pas encore répondu :"],
            ["You have not answered yet:", "The student has not answered yet:"],
        );
        let order = if is_varied {
            self.tell(
                "rien ne distingue ces métiers, leur ordre vient d'un tirage, puis de la diversité.",
                "nothing tells these métiers apart, their order comes from a draw, then from diversity.",
            )
        } else {
            self.tell(
                "rien ne distingue ces métiers, leur ordre est un tirage.",
                "nothing tells these métiers apart, their order is a draw.",
            )
        };
        format!("{who} {order}")
    }

    /// Who has the same score.
    pub(super) fn tied(self, n_others: usize, is_varied: bool) -> String {
        let others = match (n_others, self.is_french()) {
            (1, true) => "Ex æquo avec un autre métier :".to_owned(),
            (1, false) => "Equal with one other métier:".to_owned(),
            (n, true) => format!("Ex æquo avec {n} autres métiers :"),
            (n, false) => format!("Equal with {n} other métiers:"),
        };
        format!("{others} {}.", self.tie_order(n_others + 1, is_varied))
    }

    /// Who is equal in a bracket, and with whom beyond it.
    pub(super) fn tied_group(self, n_shown: usize, n_tied: usize, is_varied: bool) -> String {
        let order = self.tie_order(n_tied, is_varied);
        match (n_tied - n_shown, self.is_french()) {
            (0, true) => format!("Ces {n_shown} métiers sont ex æquo : {order}."),
            (0, false) => format!("These {n_shown} métiers are equal: {order}."),
            (1, true) => format!("Ces {n_shown} métiers sont ex æquo, avec un autre : {order}."),
            (1, false) => format!("These {n_shown} métiers are equal, with one other: {order}."),
            (n, true) => format!("Ces {n_shown} métiers sont ex æquo, avec {n} autres : {order}."),
            (n, false) => format!("These {n_shown} métiers are equal, with {n} others: {order}."),
        }
    }

    /// What decides the order of equal ones.
    fn tie_order(self, n_tied: usize, is_varied: bool) -> &'static str {
        match (is_varied, n_tied) {
            (true, _) => {
                self.tell("la diversité décide de leur ordre, puis un tirage", "diversity decides their order, then a draw")
            }
            (false, 2) => self.tell("l'ordre entre les deux est un tirage", "the order of the two is a draw"),
            (false, _) => self.tell("leur ordre est un tirage", "their order is a draw"),
        }
    }

    /// What diversity does with the list.
    pub(super) fn diversity(self, diversity: Diversity) -> Option<&'static str> {
        let told = match diversity {
            Diversity::None => return None,
            Diversity::Xquad { .. } => self.say(
                [
                    "Cette liste est variée : elle cherche à couvrir plus de choses que tu aimes.",
                    "Cette liste est variée : elle cherche à couvrir plus de choses que l'élève aime.",
                ],
                [
                    "This list is varied: it tries to cover more of what you like.",
                    "This list is varied: it tries to cover more of what the student likes.",
                ],
            ),
            Diversity::Mmr { .. } => self.tell(
                "Cette liste est variée : elle évite les métiers trop proches les uns des autres.",
                "This list is varied: it avoids métiers that are too close to each other.",
            ),
        };
        Some(told)
    }

    /// From which rank diversity moved a métier, and why; nothing when it stays.
    pub(super) fn moved(self, moved: &Move, rank: usize) -> Option<String> {
        if moved.raw_rank == rank {
            return None;
        }
        let raw_rank = moved.raw_rank;
        let place = if self.is_french() {
            format!("Ce métier est placé ici (rang {raw_rank} sans diversité).")
        } else {
            format!("This métier is placed here (rank {raw_rank} without diversity).")
        };
        Some(format!("{place} {}", self.why_moved(moved, rank)))
    }

    fn why_moved(self, moved: &Move, rank: usize) -> String {
        let Some(aspect) = moved.aspect.as_ref().filter(|_| rank <= moved.raw_rank) else {
            let forward = self.tell(
                "Il passe devant un métier plus proche de ceux au-dessus.",
                "It comes before a métier that is closer to those above.",
            );
            let back = self.tell(
                "D'autres métiers apportent plus de variété et passent devant.",
                "Other métiers bring more variety and come before it.",
            );
            return if moved.raw_rank < rank { back } else { forward }.to_owned();
        };
        let label = self.quoted(&aspect.interest);
        match (aspect.n_above, self.is_french()) {
            (0, true) => format!("Il couvre {label}, que les métiers au-dessus ne couvrent pas encore."),
            (0, false) => format!("It covers {label}, which the métiers above do not cover yet."),
            (1, true) => format!("Il couvre {label}, qu'un seul métier au-dessus couvre déjà."),
            (1, false) => format!("It covers {label}, which only one métier above covers already."),
            (n, true) => format!("Il couvre {label}, que {n} métiers au-dessus couvrent déjà."),
            (n, false) => format!("It covers {label}, which {n} métiers above cover already."),
        }
    }

    /// How many métiers were looked at.
    pub(super) fn looked_at(self, n_ranked: usize, n_shown: usize) -> String {
        let told = match (n_ranked, self.is_french()) {
            (1, true) => "Un métier regardé".to_owned(),
            (1, false) => "One métier looked at".to_owned(),
            (n, true) => format!("{n} métiers regardés"),
            (n, false) => format!("{n} métiers looked at"),
        };
        match (n_shown, self.is_french()) {
            (shown, _) if n_ranked <= shown.max(1) || shown == 0 => format!("{told}."),
            (1, true) => format!("{told}, voici la première piste."),
            (1, false) => format!("{told}, here is the first lead."),
            (shown, true) => format!("{told}, voici les {shown} premières pistes."),
            (shown, false) => format!("{told}, here are the first {shown} leads."),
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: sentences about places, whole, of 25 words at the most.

    use super::*;
    use crate::{Audience, Language};
    use boussole::explanation::Points;
    use boussole::ranking::Aspect;

    const ENGLISH: Voice = Voice { language: Language::English, audience: Audience::Pupil };

    fn place(raw_rank: usize, aspect: Option<usize>) -> Move {
        let aspect = aspect.map(|n_above| Aspect { interest: "j'aime la nature".into(), n_above });
        Move { raw_rank, relevance_gain: Points::ZERO, diversity_gain: Points::ZERO, aspect }
    }

    #[track_caller]
    fn told(sentences: &str, expected: &str) {
        assert_eq!(sentences, expected);
        assert!(sentences.split_inclusive(". ").all(|sentence| sentence.split_whitespace().count() <= 25), "{sentences}");
    }

    #[track_caller]
    fn places(moved_here: &Move, rank: usize, expected: &str) {
        told(&Voice::default().moved(moved_here, rank).expect("it moved"), expected);
    }

    #[test]
    fn a_moved_metier_says_from_which_rank_and_why() {
        places(
            &place(14, Some(0)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », que les métiers au-dessus ne couvrent pas encore.",
        );
        places(
            &place(14, Some(1)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », qu'un seul métier au-dessus couvre déjà.",
        );
        places(
            &place(14, Some(2)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », que 2 métiers au-dessus couvrent déjà.",
        );
        places(
            &place(14, None),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il passe devant un métier plus proche de ceux au-dessus.",
        );
        places(
            &place(2, None),
            3,
            "Ce métier est placé ici (rang 2 sans diversité). D'autres métiers apportent plus de variété et passent devant.",
        );
        assert_eq!(Voice::default().moved(&place(3, Some(0)), 3), None);
        told(
            &ENGLISH.moved(&place(14, Some(2)), 3).expect("it moved"),
            "This métier is placed here (rank 14 without diversity). It covers “j'aime la nature”, which 2 métiers above cover already.",
        );
    }

    #[test]
    fn a_bracket_says_who_is_equal() {
        let french = Voice::default();
        told(&french.tied_group(2, 2, false), "Ces 2 métiers sont ex æquo : l'ordre entre les deux est un tirage.");
        told(&french.tied_group(2, 3, false), "Ces 2 métiers sont ex æquo, avec un autre : leur ordre est un tirage.");
        told(
            &french.tied_group(3, 38, true),
            "Ces 3 métiers sont ex æquo, avec 35 autres : la diversité décide de leur ordre, puis un tirage.",
        );
        told(&ENGLISH.tied_group(2, 3, false), "These 2 métiers are equal, with one other: their order is a draw.");
        told(&french.tied(1, false), "Ex æquo avec un autre métier : l'ordre entre les deux est un tirage.");
        told(&ENGLISH.tied(4, false), "Equal with 4 other métiers: their order is a draw.");
    }
}
