"""From documents to translation units: who says the same as whom."""
