//! One view of a list on the page.

use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;

use super::Host;
use crate::app::{App, Scene};
use crate::browser::owner::Owner;
use crate::browser::state;
use crate::config::Config;
use crate::directory::Directory;
use crate::feed::Problem;
use crate::filter::Facet;
use crate::i18n::Language;
use crate::slices::{self, Work};
use crate::views::{directory, fill};

/// What a view is made of, and where.
pub struct Source {
    pub place: Element,
    pub host: Host,
    pub directory: Arc<Directory>,
    pub language: Rc<Language>,
    pub problems: Vec<Problem>,
}

/// A view on the page. Dropping it takes it off and ends all that it attached.
pub struct Mounted {
    pub source: Rc<Source>,
    pub app: App,
    owner: Owner,
    view: Element,
    /// Makes ready for the first search; nothing once that is done.
    pub warming: Option<Work<()>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.remove();
        self.owner.end();
    }
}

impl Source {
    /// Shows the list. Filters in `reset` take their choices from the attributes, not from `state`.
    pub async fn render(
        self: Rc<Self>,
        attributes: &[(String, String)],
        state: &str,
        reset: &[Facet],
    ) -> Mounted {
        let (config, mut warnings) = Config::parse(attributes);
        let scene = Scene::new(
            self.directory.clone(),
            self.language.clone(),
            config,
            attributes,
            self.host.clone(),
            &mut warnings,
        )
        .await;
        for warning in &warnings {
            self.host.warn(&warning.message());
        }
        slices::pause().await;
        let (query, cards) = state::read(&scene, state, reset);
        let owner = Owner::default();
        let (app, view) = owner.with(|| {
            let app = App::new(scene, query);
            state::look_up_places(app, state);
            (app, directory(app))
        });
        let scene = app.scene();
        let warming = async move { scene.index.warm_in_slices().await };
        let mounted = Mounted {
            source: self.clone(),
            app,
            owner: owner.clone(),
            view: view.element().clone(),
            warming: Some(Work::new(warming)),
        };
        view.append_to(&self.place);
        fill(app, owner, view, cards).await;
        mounted
    }
}
