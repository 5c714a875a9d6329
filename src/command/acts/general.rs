//! Acts of every place.

acts! {
    /// Acts of every place.
    GeneralAct in General {
        Palette "palette.open" [Normal Text] Text 90 [];
        Help "help.here" [Normal Text] None 95 [];
        Undo "undo" [Normal Text] None 70 [Study Writable Undo];
        Redo "redo" [Normal Text] None 0 [Study Writable Redo];
        Enter "enter" [Normal List Text] None 10 [];
        Back "back" [Normal List Text] None 0 [];
        PaneNext "pane.next" [Normal List] None 0 [];
        PanePrevious "pane.previous" [Normal List] None 0 [];
        SidePane "side_pane.toggle" [Normal Live] None 0 [];
        SearchOpen "search.open" [Normal List] Text 85 [];
        SearchNext "search.next" [Normal List Search] None 0 [Pattern];
        SearchPrevious "search.previous" [Normal List Search] None 0 [Pattern];
        SearchClear "search.clear" [Normal List] None 0 [Pattern];
        Copy "copy" [Normal List] None 75 [Item];
        KeysChoose "keys.choose" [Normal Text] Text 0 [];
        KeysWhy "keys.why" [Normal Text] Text 0 [];
        Lang "lang.toggle" [Normal Text] None 0 [];
        Theme "theme.next" [Normal Text] None 0 [];
        Redraw "redraw" [Normal Text] None 0 [];
        Suspend "suspend" [Normal Text] None 0 [];
        Quit "quit" [Normal Text] None 0 [];
    }
}
