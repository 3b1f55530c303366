//! One fiche as a tree of elements with lines: from XML, or from JSON of the same shape.

use std::borrow::Cow;

use super::html;

/// A part of a fiche, in the order in which parts begin.
#[derive(Debug)]
enum Node<'a> {
    Element(Element<'a>),
    Text(Cow<'a, str>),
}

/// An element: its name, its attributes, its line, and where its descendants end.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) line: usize,
    attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The index after the last descendant.
    end: usize,
}

/// All parts of a fiche.
#[derive(Debug, Default)]
pub(super) struct FicheTree<'a> {
    nodes: Vec<Node<'a>>,
    /// The open elements.
    open: Vec<ElementIdx>,
}

/// The initial capacity for parts, which suffices for most fiches.
const USUAL_NODES: usize = 128;

/// The index of an element in its tree.
pub(super) type ElementIdx = usize;

impl<'a> FicheTree<'a> {
    pub(super) fn new() -> Self {
        Self { nodes: Vec::with_capacity(USUAL_NODES), open: Vec::new() }
    }

    /// Forgets all parts.
    pub(super) fn clear(&mut self) {
        self.nodes.clear();
        self.open.clear();
    }

    /// The fiche itself.
    pub(super) const ROOT: ElementIdx = 0;

    /// Begins an element.
    pub(super) fn begin(&mut self, name: Cow<'a, str>, line: usize, attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>) {
        let place = self.nodes.len();
        self.nodes.push(Node::Element(Element { name, line, attributes, end: place + 1 }));
        self.open.push(place);
    }

    /// Ends the innermost open element. Returns `true` if none is left open.
    pub(super) fn finish(&mut self) -> bool {
        let end = self.nodes.len();
        if let Some(Node::Element(element)) = self.open.pop().map(|place| &mut self.nodes[place]) {
            element.end = end;
        }
        self.open.is_empty()
    }

    /// Adds a text to the innermost open element.
    pub(super) fn add(&mut self, text: Cow<'a, str>) {
        if !text.is_empty() && !self.open.is_empty() {
            self.nodes.push(Node::Text(text));
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the innermost open element.
    pub(super) fn open_name(&self) -> Option<&str> {
        self.open.last().map(|place| &*self.element(*place).name)
    }

    pub(super) fn element(&self, place: ElementIdx) -> &Element<'a> {
        match &self.nodes[place] {
            Node::Element(element) => element,
            Node::Text(_) => unreachable!("an index of an element"),
        }
    }

    fn end_of(&self, place: ElementIdx) -> usize {
        match self.nodes.get(place) {
            Some(Node::Element(element)) => element.end,
            Some(Node::Text(_)) => place + 1,
            None => 0,
        }
    }

    /// The children of an element.
    pub(super) fn children(&self, place: ElementIdx) -> impl Iterator<Item = ElementIdx> + '_ {
        let end = self.end_of(place);
        let first = Some(place + 1).filter(|first| *first < end);
        let all = std::iter::successors(first, move |child| Some(self.end_of(*child)).filter(|next| *next < end));
        all.filter(|child| matches!(self.nodes[*child], Node::Element(_)))
    }

    /// Whether an element has children that are no markup.
    pub(super) fn has_parts(&self, place: ElementIdx) -> bool {
        self.children(place).any(|child| !html::is_markup(&self.element(child).name))
    }

    /// Whether an element has text outside its children.
    pub(super) fn has_own_text(&self, place: ElementIdx) -> bool {
        self.own_texts(place).next().is_some()
    }

    /// The texts of an element outside its children that say something.
    pub(super) fn own_texts(&self, place: ElementIdx) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        let end = self.end_of(place);
        let first = Some(place + 1).filter(|first| *first < end);
        let all = std::iter::successors(first, move |child| Some(self.end_of(*child)).filter(|next| *next < end));
        let texts = all.filter_map(|child| if let Node::Text(text) = &self.nodes[child] { Some(text) } else { None });
        texts.map(|text| html::one_line(text.clone())).filter(|text| !text.is_empty())
    }

    /// The text of an element as HTML: its own text, and its children with their tags, but for identifiers.
    pub(super) fn html(&self, place: ElementIdx) -> Cow<'a, str> {
        let inside = &self.nodes[place + 1..self.end_of(place)];
        match inside {
            [] => return "".into(),
            [Node::Text(text)] => return text.clone(),
            _ => {}
        }
        let mut html = String::new();
        let mut ends: Vec<(usize, &str)> = Vec::new();
        let mut skipped_to = 0;
        for (at, node) in (place + 1..).zip(inside) {
            if at < skipped_to {
                continue;
            }
            while let Some((_, name)) = ends.pop_if(|(end, _)| *end <= at) {
                html.extend(["</", name, ">"]);
            }
            match node {
                Node::Text(text) => html.push_str(text),
                Node::Element(element) if matches!(&*element.name, "id" | "ID" | "id_ideo1") => skipped_to = element.end,
                Node::Element(element) => {
                    html.extend(["<", &element.name, ">"]);
                    ends.push((element.end, &element.name));
                }
            }
        }
        while let Some((_, name)) = ends.pop() {
            html.extend(["</", name, ">"]);
        }
        html.into()
    }

    /// All text of an element in one line.
    pub(super) fn text(&self, place: ElementIdx) -> Cow<'a, str> {
        html::one_line(self.html(place))
    }

    /// The text of a child or an attribute with this name. Returns `None` if it is missing or empty.
    pub(super) fn text_of(&self, place: ElementIdx, name: &str) -> Option<Cow<'a, str>> {
        let inside = self.children(place).find(|child| self.element(*child).name.eq_ignore_ascii_case(name));
        let inside = inside.map(|child| self.text(child)).filter(|text| !text.is_empty());
        let attribute = || {
            let mut attributes = self.attributes(place);
            attributes.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| html::one_line(value.clone()))
        };
        inside.or_else(attribute).filter(|text| !text.is_empty())
    }

    /// The attributes of an element.
    pub(super) fn attributes(&self, place: ElementIdx) -> impl Iterator<Item = &(Cow<'a, str>, Cow<'a, str>)> {
        match self.nodes.get(place) {
            Some(Node::Element(element)) => element.attributes.iter(),
            _ => [].iter(),
        }
    }

    /// The non-empty texts below an element, in document order.
    pub(super) fn all_texts(&self, place: ElementIdx) -> Vec<Cow<'a, str>> {
        let texts = self.nodes[place..self.end_of(place)].iter().filter_map(|node| match node {
            Node::Text(text) => Some(html::one_line(text.clone())),
            Node::Element(_) => None,
        });
        texts.filter(|text| !text.is_empty()).collect()
    }
}
