"""What is known of Chinese and English as text.

Scripts, sentences, words, numbers, names, lexicon, vectors and entities. Nothing here knows a file
format, a document's layout or a command; each heavy library stands behind one function.
"""
