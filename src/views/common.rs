//! Pieces that several views share.

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::element::ElementChild;

use crate::app::App;
use crate::directory::Text;

/// A heading `below` levels below the directory's title.
pub fn heading(app: App, below: u8) -> html::HtmlElement<html::Custom<String>, (), ()> {
    let level = (app.scene().config.heading_level + below).min(6);
    html::custom(format!("h{level}"))
}

/// A link that leaves the page: it opens at the top level, tells the other site nothing, and the page
/// only that a link of this kind was used.
pub fn link(
    app: App,
    kind: &'static str,
    group: Option<&str>,
    href: String,
    class: &'static str,
    children: AnyView,
) -> AnyView {
    let group = group.map(str::to_owned);
    let part = if class == "button" { "sign-up button" } else { "" };
    view! { class="p",
        <a
            href=href
            class=class
            part=(!part.is_empty()).then_some(part)
            target="_top"
            rel="noopener"
            referrerpolicy="no-referrer"
            on:click=move |_| app.scene().follow(kind, group.as_deref())
        >
            {children}
        </a>
    }
    .into_any()
}

/// A `mailto:` link's address with a subject.
pub fn mailto(address: &str, subject: &str) -> String {
    let subject = String::from(js_sys::encode_uri_component(subject));
    ["mailto:", address, "?subject=", &subject].concat()
}

/// A text of the list with its language, where that is not the widget's, and what the search matched.
pub fn marked(app: App, text: &Text) -> AnyView {
    let scene = app.scene();
    let shown = scene.text(text).to_owned();
    let lang = text.other_lang(scene.language.tag()).map(str::to_owned);
    marked_words(app, shown, lang)
}

/// Words with what the search matched marked. `lang`: their language, where it is not the widget's.
pub fn marked_words(app: App, shown: String, lang: Option<String>) -> AnyView {
    let pieces = move || {
        let ranges = app.search.with(|search| app.scene().index.marks(search, &shown));
        let mut pieces = Vec::new();
        let mut end = 0;
        for range in ranges {
            pieces.push(shown[end..range.start].to_owned().into_any());
            let hit = shown[range.clone()].to_owned();
            pieces.push(view! { class="p", <mark>{hit}</mark> }.into_any());
            end = range.end;
        }
        pieces.push(shown[end..].to_owned().into_any());
        pieces
    };
    in_language(pieces.into_any(), lang)
}

/// A text of the list with its language, where that is not the widget's.
pub fn plain(app: App, text: &Text) -> AnyView {
    let scene = app.scene();
    let lang = text.other_lang(scene.language.tag()).map(str::to_owned);
    in_language(scene.text(text).to_owned().into_any(), lang)
}

fn in_language(content: AnyView, lang: Option<String>) -> AnyView {
    match lang {
        Some(lang) => view! { class="p", <bdi lang=lang>{content}</bdi> }.into_any(),
        None => view! { class="p", <bdi>{content}</bdi> }.into_any(),
    }
}

/// An icon, hidden from screen readers: its words stand beside it.
pub fn icon(path: &'static str) -> AnyView {
    view! { class="p",
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// A button that opens and closes what follows it, with a chevron that turns.
pub fn disclosure(id: String, label: AnyView, content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let open = RwSignal::new(false);
    // The content is made when it is first opened, and then kept.
    let opened = Memo::new(move |before: Option<&bool>| open.get() || before == Some(&true));
    view! { class="p",
        <div class="disclosure">
            <button
                type="button"
                class="toggle"
                part="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=id.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(CHEVRON)}
                <span class="toggle-label">{label}</span>
            </button>
            <div id=id class="disclosed" hidden=move || !open.get()>
                {move || opened.get().then(&content)}
            </div>
        </div>
    }
    .into_any()
}

pub const CHEVRON: &str = "M9 5l7 7-7 7";
pub const CROSS: &str = "M6 6l12 12M18 6L6 18";
pub const PEOPLE: &str = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.2.8 3.5 2.7 3.5 5.5";
pub const PLACE: &str = "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z";
pub const SCREEN: &str = "M4 5h16v11H4zM9 20h6M12 16v4";
pub const CLOCK: &str = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2";
pub const COST: &str = "M16.5 7.5c-.7-1.9-2.3-3-4.2-3-2.6 0-4.3 1.8-4.3 4.3 0 3.2 1.6 4.2 1.6 7 0 1.7-.8 3-2.1 3.7h9.5M6.5 12.5h7";
pub const NOTICE: &str = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v6M12 16.5v.5";
