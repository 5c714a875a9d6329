//! The keymaps that come with the program.

/// The shipped keymaps: name and text.
pub static SHIPPED: [(&str, &str); 6] = [
    ("default", include_str!("../../keymaps/default.toml")),
    ("azerty", include_str!("../../keymaps/azerty.toml")),
    ("bepo", include_str!("../../keymaps/bepo.toml")),
    ("qwertz", include_str!("../../keymaps/qwertz.toml")),
    ("vim", include_str!("../../keymaps/vim.toml")),
    ("arrows", include_str!("../../keymaps/arrows.toml")),
];

/// The text of the shipped keymap of that name.
pub fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED
        .iter()
        .find(|(other, _)| *other == name)
        .map(|(_, text)| *text)
}
