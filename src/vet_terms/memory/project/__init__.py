"""The memory and the glossary as a CAT tool's own project folder; one file a tool."""
