//! Pictures: files, and pictograms that are drawn in the page itself, so that they take the colours of the
//! text around them in each scheme, in forced colours and in print.

use super::{Drawing, PictureSource, Shape, Writer};
use crate::prose::{Illustrated, Picture};

impl Writer<'_> {
    /// A picture in a frame of its own, or nothing where it is not there.
    pub(super) fn figure(&mut self, picture: &Picture) {
        if self.options.resolver.picture(picture).is_none() {
            return;
        }
        self.html.markup("<figure class=\"picture\">");
        self.image(picture);
        if let Some(caption) = &picture.caption {
            self.html.markup("<figcaption>");
            self.html.text(caption);
            self.html.markup("</figcaption>");
        }
        self.html.markup("</figure>");
    }

    /// A picture and, right of it, the text that says the same. So the picture has nothing to add for
    /// those who cannot see it, unless the author says what it shows.
    pub(super) fn illustrated(&mut self, pair: &Illustrated) {
        self.html.markup("<div class=\"easy-row\"><div class=\"easy-picture\">");
        self.image(&pair.picture);
        self.html.markup("</div>\n<div class=\"easy-text\">");
        self.blocks(&pair.blocks);
        self.html.line();
        self.html.markup("</div></div>");
    }

    pub(super) fn image(&mut self, picture: &Picture) {
        let (src, size) = match self.options.resolver.picture(picture) {
            None => return,
            Some(PictureSource::Drawn(drawing)) => return self.drawing(&drawing, &picture.alt),
            Some(PictureSource::File { src, size }) => (src, size),
        };
        self.html.markup("<img");
        self.html.attribute("src", &src);
        self.html.attribute("alt", &picture.alt);
        if let Some((width, height)) = size {
            self.html.attribute("width", &width.to_string());
            self.html.attribute("height", &height.to_string());
        }
        self.html.markup(" loading=\"lazy\">");
    }

    fn drawing(&mut self, drawing: &Drawing, alt: &str) {
        self.html.markup("<svg class=\"pictogram\"");
        self.html.attribute("viewBox", &drawing.view);
        if alt.is_empty() {
            self.html.markup(" aria-hidden=\"true\">");
        } else {
            self.html.markup(" role=\"img\"");
            self.html.attribute("aria-label", alt);
            self.html.markup(">");
        }
        self.shapes(&drawing.shapes);
        self.html.markup("</svg>");
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.html.markup("<");
            self.html.markup(shape.name);
            for (name, value) in &shape.attributes {
                self.html.attribute(name, value);
            }
            if shape.inner.is_empty() {
                self.html.markup("/>");
            } else {
                self.html.markup(">");
                self.shapes(&shape.inner);
                self.html.markup("</");
                self.html.markup(shape.name);
                self.html.markup(">");
            }
        }
    }
}
