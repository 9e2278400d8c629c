"""What the rules on names are made of: people, places and abbreviations; the rules stand in families."""
