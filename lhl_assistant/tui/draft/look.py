"""How the draft's tab is laid out; read when the tab is first shown, which spares the first paint."""

CSS = """
DraftPane #draft-start { padding: 1 2; max-width: 90; }
DraftPane #draft-start .hello { text-style: bold; color: $primary; }
DraftPane #draft-start .how { padding: 1 0; }
DraftPane #draft-start Button {
    border: none; height: 1; background: $panel; color: $foreground; padding: 0 1; margin: 0 0 1 0;
}
DraftPane #draft-start Button:focus {
    background: $chosen-background; color: $chosen-foreground; text-style: bold; background-tint: $background 0%;
}
DraftPane #standing { height: auto; max-height: 4; padding: 0 1; background: $panel; }
DraftPane Outline {
    width: 45%; max-width: 62; height: 1fr; background: $background; border-right: solid $line; padding: 0 0 0 1;
    scrollbar-size-vertical: 1; overflow-x: hidden;
}
DraftPane Outline > .tree--cursor, DraftPane Outline:focus > .tree--cursor {
    background: $picked-background; color: $foreground; text-style: none;
}
DraftPane Outline:focus > .tree--cursor { text-style: bold; }
DraftPane Outline > .tree--highlight-line, DraftPane Outline > .tree--highlight { text-style: none; }
DraftPane Outline, DraftPane Outline:focus { background-tint: $background 0%; }
DraftPane #shown { width: 1fr; height: 1fr; padding: 0 0 0 1; }
DraftPane #item { height: 1fr; scrollbar-size-vertical: 1; }
DraftPane #item-about { height: auto; max-width: 90; padding: 0 1 1 0; }
DraftPane #offer { height: 1fr; }
DraftPane #offer-title { text-style: bold; color: $primary; height: 1; }
DraftPane #offered {
    height: 2fr; background: $background; border: none; padding: 0; scrollbar-size-vertical: 1;
}
DraftPane #offer-from { height: 1fr; min-height: 5; border-top: solid $line; scrollbar-size-vertical: 1; }
DraftPane #offer-about { height: auto; padding: 0 1 0 0; }
DraftPane.narrow Outline { width: 1fr; max-width: 100%; border: none; }
DraftPane.narrow #shown { display: none; }
DraftPane.narrow.open Outline { display: none; }
DraftPane.narrow.open #shown { display: block; }
"""
