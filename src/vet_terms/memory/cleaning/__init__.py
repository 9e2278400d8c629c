"""Units that a memory would be better without: found here, taken out only when a person asks.

`rules.RULES` is the table of what is looked for. `examination.examined` looks at the units of a store or of a
TMX file; `removal` moves what was found to a side file. Nothing is corrected and nothing is lost.
"""
