"""A dispatch of an invented war read from text to chain, as an editor would check it."""

import twosource

ISLANDS = """PORT ALDER, June 12 - The Ruritanian Navy said on Sunday that its frigate Valiant had \
sunk after being hit by two missiles.

Calderia's Defence Ministry claimed that its aircraft had destroyed three enemy ships. A spokesman \
for the ministry, Colonel Ramon Ibarra, told reporters by telephone that enemy losses exceeded 200 \
men.

Radio Calder, quoting the Calderian High Command, reported that 40 marines had surrendered at Gull \
Bay. Ruritania's Defence Minister, John Harcastle, denied that any marines had surrendered.

Mary Quill, a nurse at the hospital in Port Alder, said she counted 17 wounded men.
"""


def test_an_island_war() -> None:
    found = twosource.read(ISLANDS, publisher="Meridian Telegraph", published_at="1983-06-12")
    rows = [(m.chain, m.named, m.evidence, m.polarity) for m in found.mentions]
    ministry = "Calderia's Defence Ministry"
    wanted = [
        (("Ruritanian Navy",), "named", "official", "affirmed"),
        ((ministry,), "named", "none", "affirmed"),
        ((ministry,), "named", "none", "affirmed"),
        (("Radio Calder", "Calderian High Command"), "named", "official", "affirmed"),
        (("John Harcastle",), "named", "official", "denied"),
        (("Mary Quill",), "named", "witness", "affirmed"),
    ]
    assert rows == wanted
