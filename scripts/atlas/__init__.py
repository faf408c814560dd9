"""The rooms of the atlas; the order of imports is `problem, languages, models` <- `sources` <- the rest."""
