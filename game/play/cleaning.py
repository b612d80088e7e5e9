"""What front ends clean the player's words with, before they show them or pass them on."""

from game.saves.cleaning import PAGE_LIMIT, clean, clean_line

__all__ = ["PAGE_LIMIT", "clean", "clean_line"]
