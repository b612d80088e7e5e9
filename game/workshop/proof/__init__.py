"""`ruby-sparks prove`: every state that a story can come to, as far as that can be found out.

A playthrough has more states than can be counted: any words may be typed. What steers a story is much less:
the variables, visits and claims that some condition further on still reads, and of these only what it tells
apart. Two approximations of that, from below and from above, say what is so:

**From below** (`search`): the real engine, breadth first, on real states, one of which is kept for each
*abstract key*: the scene, the storylets' way back, and of each thing that is *live* there (`live`) the part
in which its value lies (`parts`: whole numbers fall into the intervals that conditions tell apart, visits
into the counts that conditions ask for, what was typed into the answers that conditions get). Every choice
is tried; every outcome of dealing; and on each page a sentence of each class of claims that something after
it tells apart (`pages`), besides words that claim nothing, a blank sheet, a sheet the wrong way round, and
some pages of several sentences. Two states with one key may differ all the same, and of pages only some are
typed, so what it does not come to may yet be there. What it does come to is: each find is played again from
the beginning (`witness`) before it is reported, from the moves alone.

**From above** (`overview`): a graph that has every state, and perhaps some that cannot be. Its nodes are
where the player is asked something, with the parts of what is live, as far as it decides where scenes
and choices lead and what is dealt. What hangs on claims, on a beat or on a cost may go either way. Where
a scene has too many nodes, what they differ in most is forgotten there. What is not in this graph cannot be;
what leads on for sure at every node always does (`chances`).

What that leaves open is looked at again (`focus`), one property at a time, with only what matters to it: that
a scene always has a storylet to deal, that a scene cannot be entered, since another storylet always comes
before it, and that an ending stays open. For the last, a player may type pages of known words (`wordings`,
`said`), of which it is known what they claim, whatever was typed before.

And what the search does not come to is played towards (`aiming`), from the beginning, the state that is
nearest to it first (`distance`): by how many scenes there are to go on the nearest way (`routes`), and by how
much is not so yet that must be so on it. That proves nothing but what it shows.

Each property then is

- **proved**: from above for all states; or from below, where nothing was left to be tried, keys told all
  numbers apart, and nothing that can be typed could matter;
- **shown** (of what can be reached): there is a playthrough;
- **refuted**: there is a playthrough that shows it, or, of what cannot be reached, a proof from above;
- **open**: neither, within the limit. It says how many states were seen.

An ending may say until when it stays open (`open_until: scene`): as long as that scene lies ahead, so does
the ending. That is proved in two parts: from each node before it a player can come to that scene, for sure;
and however it is entered, from there on to the ending. It is refuted by a state from which the scene was
really reached, and the ending cannot be any more.
"""
