from dataclasses import replace

from tests.publishing.sample import CLAIMS, DOCUMENTS, LINKS, MENTIONS, book

from twosource.model import Claim, ClaimKind, Copy
from twosource.publishing.book import Book
from twosource.publishing.views.tree import origin_tree


def shape(node):
    return (node.kind, node.label, [shape(child) for child in node.children])


def test_a_reprint_hangs_below_the_wire_it_was_taken_from():
    counted, denied = origin_tree(book(), CLAIMS[0])
    assert (counted.label, counted.state) == ("Defence Ministry of Meria", "counted")
    assert shape(counted)[2] == [
        ("document", "Lodestar", [("document", "Evening Bell", [])]),
    ]
    assert counted.children[0].children[0].note == "3 Mar 2031 · copy, 66 %"
    assert (denied.label, denied.state) == ("army of Varda", "denied")


def test_without_the_copy_the_relay_stands_between():
    bare = Book(DOCUMENTS, MENTIONS, replace(LINKS, copies=()))
    counted = origin_tree(bare, CLAIMS[0])[0]
    assert ("relay", "Lodestar", [("document", "Evening Bell", [])]) in shape(counted)[2]


def test_what_is_not_counted_is_shown_with_the_reason():
    (root,) = origin_tree(book(), CLAIMS[3])
    assert (root.state, root.note) == ("uncounted", "may speak for the ministry")


def test_a_mention_credited_to_nobody_counts_for_nothing():
    (root,) = origin_tree(book(), CLAIMS[2])
    assert (root.label, root.state) == ("nobody credited", "uncounted")


def test_every_mention_is_in_the_tree_even_where_no_origin_names_it():
    stray = Claim("c", ClaimKind.STATEMENT, "s", tuple(m.id for m in MENTIONS))

    def documents(node):
        own = [node.mention] if node.kind == "document" else []
        return own + [h for child in node.children for h in documents(child)]

    found = [h for root in origin_tree(book(), stray) for h in documents(root)]
    assert len(found) == len(MENTIONS)


def test_documents_that_copy_one_another_in_a_ring_do_not_hang_the_report():
    ring = (Copy("wire", "reprint", 0.9), Copy("reprint", "wire", 0.9))
    tied = Book(DOCUMENTS, MENTIONS, replace(LINKS, copies=ring))
    labels = str([shape(root) for root in origin_tree(tied, CLAIMS[0])])
    assert "Lodestar" in labels
    assert "Evening Bell" in labels
