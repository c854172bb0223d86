"""Tests of the room that makes drafts of sources. All samples were written for these tests."""
