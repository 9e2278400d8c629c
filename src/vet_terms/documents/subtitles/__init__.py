"""Subtitles: cues, and sentences that run over several of them."""
