"""How the big screen is laid out."""

CSS = """
WorkshopPane #workshop-start { padding: 1 2; max-width: 90; }
WorkshopPane #workshop-start .hello { text-style: bold; color: $primary; }
WorkshopPane #workshop-start .how { padding: 1 0; }
WorkshopPane #workshop-start Button {
    border: none; height: 1; background: $panel; color: $foreground; padding: 0 1;
}
WorkshopPane #workshop-start Button:focus {
    background: $chosen-background; color: $chosen-foreground; text-style: bold; background-tint: $background 0%;
}
WorkshopPane #question { height: auto; color: $primary; text-style: bold; padding: 0 1; }
WorkshopPane #workshop-status { height: 1; padding: 0 1; background: $panel; }
WorkshopPane #theme { width: 1fr; }
WorkshopPane #clock { width: auto; }
WorkshopPane #said { height: 1fr; border: none; background: $background; padding: 0 1; }
WorkshopPane #pair { height: auto; padding: 0 1; color: $warning; }
WorkshopPane #line { border: round $primary; background: $background; }
"""
