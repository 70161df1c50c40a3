//! What is chosen, as buttons that take each choice away; "Clear all" and "Copy link".

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::common::{CROSS, icon};
use crate::app::App;
use crate::browser::focus::{find, focus};
use crate::browser::state;
use crate::filter::{Choice, Query};

/// One thing that the visitor looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wish {
    /// The text in the search box.
    Search,
    /// A ticked option.
    Choice(Choice),
}

impl Wish {
    /// All wishes of a query: the text first, then the ticks.
    pub fn all(query: &Query) -> Vec<Self> {
        let search = (!query.text.trim().is_empty()).then_some(Self::Search);
        let choices = query.choices.iter().copied().map(Self::Choice);
        search.into_iter().chain(choices).collect()
    }

    /// What the visitor reads of it.
    pub fn name(self, app: App) -> String {
        let scene = app.scene();
        match self {
            Self::Search => {
                let text = app.query.with(|query| query.text.trim().to_owned());
                scene.language.fill("results.search-chip", &[("text", &text)])
            }
            Self::Choice(choice) => scene.choice_name(choice),
        }
    }

    /// Takes it out of a query.
    pub fn remove_from(self, query: &mut Query) {
        match self {
            Self::Search => query.text.clear(),
            Self::Choice(choice) => {
                query.choices.remove(&choice);
            }
        }
    }
}

/// The chips and the two buttons; nothing while nothing is chosen.
#[component]
pub fn Chips(
    /// The state that all views share.
    app: App,
    /// Where focus goes when the last chip is gone.
    results_heading: NodeRef<html::Custom<String>>,
) -> impl IntoView {
    let wishes = Memo::new(move |_| app.query.with(Wish::all));
    let to_heading = move || {
        if let Some(heading) = results_heading.get_untracked() {
            focus(&heading);
        }
    };
    let remove = move |wish: Wish, chip: Option<Element>| {
        // Focus moves before the chip goes, so that it never falls to the body.
        let item = chip.and_then(|chip| chip.closest("li").ok().flatten());
        let near = item.and_then(|item| item.next_element_sibling().or(item.previous_element_sibling()));
        match near.and_then(|near| find(&near, "button")) {
            Some(button) => focus(&button),
            None => to_heading(),
        }
        app.change(|query| wish.remove_from(query));
    };
    let chip = move |wish: Wish| {
        let label = move || app.scene().language.fill("results.remove", &[("choice", &wish.name(app))]);
        let click = move |event: leptos::ev::MouseEvent| {
            remove(wish, event.current_target().and_then(|target| target.dyn_into().ok()));
        };
        view! { class="p",
            <li>
                <button type="button" class="chip" part="button" on:click=click>
                    {icon(CROSS)}
                    <span>{label}</span>
                </button>
            </li>
        }
    };
    let clear = move |_| {
        to_heading();
        app.change(|query| *query = Query::default());
    };
    view! { class="p",
        <div class="chosen" hidden=move || wishes.with(Vec::is_empty)>
            <ul class="chips" role="list" aria-label=app.scene().words("results.chosen")>
                <For each=move || wishes.get() key=|wish| *wish children=chip/>
            </ul>
            <div class="chosen-actions">
                <button type="button" class="link-button" part="button" on:click=clear>
                    {app.scene().words("results.clear")}
                </button>
                <CopyLink app=app/>
            </div>
        </div>
    }
}

/// Copies a link that holds the choices; shows it to copy by hand where the browser refuses.
#[component]
fn CopyLink(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    // A link that is shown goes out of date with the next change.
    Effect::new(move |_| {
        app.query.track();
        refused.set(None);
    });
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let (Some(field), true) = (field.get(), refused.read().is_some()) {
            focus(&field);
            field.select();
        }
    });
    let copy = move |_| {
        let scene = app.scene();
        let link = scene.host.link(&state::write(app));
        leptos::task::spawn_local_scoped_with_cancellation(async move {
            if copied(&link).await {
                app.status.set(scene.words("results.copied"));
                refused.set(None);
            } else {
                app.status.set(scene.words("results.copy-by-hand"));
                refused.set(Some(link));
            }
        });
    };
    let by_hand = move || {
        refused.get().map(|link| {
            view! { class="p",
                <div class="copy">
                    <label for="copy" class="label">
                        {app.scene().words("results.copy-by-hand")}
                    </label>
                    <input id="copy" class="input" type="text" readonly node_ref=field value=link/>
                </div>
            }
        })
    };
    view! { class="p",
        <button type="button" class="link-button" part="button" on:click=copy>
            {app.scene().words("results.copy")}
        </button>
        {by_hand}
    }
}

/// Puts a link on the clipboard; false where the page has none, or the browser refuses.
async fn copied(link: &str) -> bool {
    // Pages that are not served over https have no clipboard.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    match clipboard {
        Ok(clipboard) if clipboard.is_object() => {
            let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
            JsFuture::from(clipboard.write_text(link)).await.is_ok()
        }
        _ => false,
    }
}
