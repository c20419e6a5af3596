"""How every shipped model was made, end to end."""
