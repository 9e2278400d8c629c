"""Translation memory: TMX in and out, bilingual files."""
