"""Adverbs that weigh and place a claim: how much it holds, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import phrases

if TYPE_CHECKING:
    from game.reader.claims import Degree, Time

DEGREES: Final[dict[str, Degree]] = {}
for _degree, _words in (
    (
        "absolute",
        "always,never,only,completely,constantly,forever,totally,utterly,entirely,absolutely,wholly,"
        "perpetually,"
        "endlessly,eternally,perfectly,invariably,nonstop,non-stop,ceaselessly,incessantly,"
        "continually,continuously,"
        "exclusively,solely,100%,unconditionally,everywhere,at all,not at all,no matter what,day and night,"
        "night and day,all the time,at all times,by no means,in no way,not once,not ever,not in the least,"
        "not in the slightest,not one bit,not a bit,without fail,without exception,for ever,for all time,"
        "ever again,to the core,through and through,in every way,from head to toe,thoroughly,whatsoever,"
        "unceasingly,unfailingly,permanently,nothing but,round the clock,around the clock,no matter how hard,"
        "without end,till the end of time,until the end of time,every single time,for good,for eternity,"
        "purely,under no circumstances,on no account,all day,all night,all day long,all night long,"
        "not even once,"
        "in all things,in everything,at every turn,to the letter,and nothing else,and no one "
        "else,and nobody else,"
        "and only,blindly,altogether,one hundred percent,a hundred percent,every bit,always and forever,"
        "under any circumstances,without pause,to save her life,to save his life,to save my life,"
        "forever and ever,every minute of the day,every hour of the day,every second of the day,every day of her life,"  # noqa: E501
        "never once,never ever,not for a moment,not for one moment,not for a second,not for a minute,not for an instant,"  # noqa: E501
        "not the least bit,not the slightest bit,at no time,at no point,in no sense,not for one minute,"
        "in the least bit,in the least,in the slightest,in the slightest bit,even a little,even a bit,"
        "without ceasing,evermore,fully,for life,not one iota,without reservation,implicitly,through thick and thin,"  # noqa: E501
        "for better or worse,for better or for worse,in sickness and in health,in sickness and health,come what may,"  # noqa: E501
        "day in and day out,day after day after day,day in day out,now and forever,now and always,forever and always,"  # noqa: E501
        "come hell or high water,come rain or shine,rain or shine,to my dying day,to her dying day,to his dying day,till death,until death,till the day she dies,"  # noqa: E501
        "until the day she dies,24/7,twenty-four seven,every step of the way,always and only,every single day of her life",  # noqa: E501
    ),
    (
        "strong",
        "very,so,deeply,wildly,madly,beyond measure,extremely,terribly,incredibly,really,truly,intensely,"
        "hopelessly,desperately,awfully,profoundly,immensely,passionately,fiercely,violently,hugely,"
        "enormously,"
        "extraordinarily,exceedingly,exceptionally,remarkably,insanely,ridiculously,super,dreadfully,"
        "horribly,"
        "bitterly,badly,too,such,a lot,so much,very much,a great deal,to death,with all her heart,to pieces,"
        "more than anything,more than ever,heavily,greatly,seriously,outrageously,painfully,devoutly,"
        "head over heels,"
        "with all my heart,with all his heart,beyond words,like crazy,like mad,stupidly,ferociously,ardently,"
        "tremendously,overwhelmingly,unbelievably,impossibly,frightfully,achingly,unbearably,most,hella,damn,"
        "mighty,way too,far too,ever so,big time,to the moon and back,as hell,as fuck,af,out of her mind,"
        "out of my mind,stiff,beyond belief,beyond reason,wholeheartedly,dearly,sorely,acutely,keenly,vastly,"
        "supremely,massively,fucking,freaking,bloody,dead,infinitely,mortally,sublimely,hard,"
        "a whole lot,loads,"
        "more than words can say,beyond all measure,beyond all reason,fervently,furiously,with every "
        "fiber of her being,"
        "to the bone,to bits,in the extreme,uncommonly,decidedly,deathly,positively,particularly,especially,"
        "abjectly,inordinately,feverishly,frantically,savagely,vehemently,excessively,monstrously,"
        "with her whole heart,with his whole heart,with my whole heart,with all her soul,with all his soul,"
        "with all my soul,with her whole soul,with every fibre of her being,with every fibre of his being,"
        "with every fibre of my being,heart and soul,body and soul,to distraction,to the marrow,to the core,"
        "to the hilt,past bearing,past all reason,no end,something terrible,something awful,something fierce,"
        "from the bottom of her heart,from the bottom of his heart,from the bottom of my heart,with a passion,"  # noqa: E501
        "with a vengeance,unspeakably,unutterably,inexpressibly,indescribably,immeasurably,immoderately,"
        "like nobody's business,for all she was worth,for all he was worth,for dear life,with all her might,"
        "with all his might,with all my might,like the devil,like the plague,like poison,like the very devil,"
        "like a madwoman,like a madman,like one possessed,beyond endurance,beyond bearing,beyond telling,"
        "singularly,prodigiously,mightily,amazingly,astonishingly,staggeringly,"
        "vividly,strongly,firmly,staunchly,"
        "startlingly,shockingly,appallingly,grievously,consummately,eminently,formidably,woefully,dismally,"
        "unreasonably,ungovernably,uncontrollably,insufferably,devilishly,fiendishly,cruelly,hideously",
    ),
    (
        "slight",
        "a little,a bit,slightly,sometimes,now and then,now and again,a tad,somewhat,mildly,faintly,"
        "occasionally,"
        "once in a while,from time to time,every now and then,every now and again,every so often,a tiny bit,"
        "a touch,a trifle,vaguely,kind of,kinda,sort of,sorta,rather,on occasion,at times,a smidge,"
        "ever so slightly,"
        "a wee bit,a little bit,just a little,seldom,rarely,hardly ever,barely,scarcely,hardly,in small ways,"
        "just a bit,only a little,only a little bit,only a bit,"
        "only slightly,only sometimes,only rarely,only occasionally,a shade,fairly,partly,partially,a hint,lightly,in passing,marginally,"  # noqa: E501
        "every once in a while,"
        "once in a blue moon,off and on,on and off,a smidgen,a fraction,to some extent,to a degree,a wee,"
        "here and there,scarcely ever,moderately,modestly,more or less",
    ),
):
    for _word in _words.split(","):
        DEGREES[_word] = _degree  # type: ignore[assignment]

DENIALS: Final = phrases(
    "never,no longer,rarely,seldom,hardly ever,scarcely,hardly,barely,scarcely ever,not once,"
    "by no means,in no way,not at all,not in the least,not ever,not in the slightest,not one bit,"
    "not a bit,under no circumstances,on no account,not even once,not one iota,anything but,"
    "never once,never ever,not for a moment,not for one moment,not for a second,not for a minute,not for an instant,"  # noqa: E501
    "not the least bit,not the slightest bit,at no time,at no point,in no sense,not for one minute,"
    "far from,nowhere near,less,no more,neither,nor,not any more,not even,"
    "once in a blue moon denies"
)
"""Adverbs that deny the verb they go with."""

TIMES: Final[dict[str, Time]] = {}
for _time, _words in (
    (
        "before",
        "once,years ago,long ago,ages ago,formerly,previously,once upon a time,in her youth,"
        "as a girl,as a child,"
        "as a kid,as a teenager,as a baby,growing up,back then,in the past,a long time ago,in a former life,"
        "in another life,before that,back in the day,in those days,as a young woman,when she was little,"
        "in her childhood,months ago,weeks ago,in her twenties,as a young girl,in a past life,at one time,"
        "earlier in life,before all this,long before,as a little girl,as a student,originally,"
        "in her girlhood,in his boyhood,in my boyhood,in his youth,in my youth,in his childhood,in my childhood,"  # noqa: E501
        "as a boy,as a little boy,as a young man,in her salad days,in days gone by,in former days,in bygone days,"  # noqa: E501
        "in the old days,in olden days,in her heyday,in his heyday,in former times,in times past,"
        "in years gone by,once long ago,in her girlish days,in her schooldays,in another age,in former years,erstwhile,of old",  # noqa: E501
    ),
    (
        "later",
        "tomorrow,one day,some day,someday,soon,later on,eventually,in the future,next week,"
        "next year,next month,"
        "sooner or later,in time,next summer,next spring,next winter,before long,in years to come",
    ),
    (
        "now",
        "now,today,tonight,these days,nowadays,at the moment,right now,currently,this morning,this afternoon,"
        "this evening,lately,recently,anymore,any more,any longer,still,already,again,just,at last,"
        "finally,then,"
        "yesterday,last night,last week,from now on,henceforth,suddenly,all of a sudden,at once,"
        "by now,just now,"
        "as of today,as of now,for now,once more,once again,immediately,this time,for once,so far,"
        "for the first time,"
        "as ever,at first,all along,in the end,all at once,straight away,right away,anyhow,"
        "more than once,afterwards,only just,"
        "instantly,later,often,usually,normally,frequently,regularly,mostly,generally,typically,twice,yet,"
        "for a long time,for a while,so often,once a week,once a day,once a month,once a year,"
        "twice a day,twice a week,twice a year,three times a week,most days,most of the time,"
        "for the moment,at present,presently,"
        "one by one,two by two,one after another,two at a time,three at a time,one at a time,side by side,hand in hand,"  # noqa: E501
        "day by day,little by little,bit by bit,step by step,arm in arm,back to back,face to face,day after day,"  # noqa: E501
        "night after night,year after year,time after time,again and again,over and over,on and on,by turns,in turn,"  # noqa: E501
        "overnight,for no reason,no doubt,of course",
    ),
):
    for _word in _words.split(","):
        TIMES[_word] = _time  # type: ignore[assignment]

HEDGES: Final = phrases(
    "almost,nearly,maybe,perhaps,possibly,probably,apparently,supposedly,allegedly,seemingly,"
    "presumably,likely,as if,as though,practically,virtually,reportedly,arguably,conceivably,"
    "all but,about to"
)
"""Adverbs that take a statement back: no claim is made."""

MANNERS: Final = frozenset(
    [
        "also",
        "even",
        "too",
        "simply",
        "quite",
        "pretty",
        "secretly",
        "quietly",
        "softly",
        "loudly",
        "slowly",
        "quickly",
        "gently",
        "strangely",
        "oddly",
        "deep down",
        "honestly",
        "frankly",
        "actually",
        "indeed",
        "in fact",
        "surely",
        "certainly",
        "definitely",
        "obviously",
        "clearly",
        "naturally",
        "basically",
        "literally",
        "somehow",
        "alone",
        "together",
        "instead",
        "anyway",
        "though",
        "however",
        "moreover",
        "furthermore",
        "besides",
        "nevertheless",
        "nonetheless",
        "meanwhile",
        "otherwise",
        "alas",
        "away",
        "back",
        "out",
        "up",
        "down",
        "off",
        "over",
        "around",
        "about",
        "ahead",
        "aside",
        "apart",
        "along",
        "by heart",
        "for sure",
        "like that",
        "at least",
        "at heart",
        "after all",
        "on purpose",
        "in public",
        "in private",
        "in secret",
        "just like that",
        "still",
        "much",
        "more",
        "less",
        "enough",
        "else",
        "well",
        "instead",
        "as well",
        "either",
        "at home",
        "inside",
        "outside",
        "upstairs",
        "downstairs",
        "abroad",
        "here",
        "there",
        "home",
        "anywhere",
        "somewhere",
        "nowhere",
        "not only",
        "as usual",
        "by nature",
        "by chance",
        "against all odds",
        "god knows",
        "god help us",
        "hence",
        "thus",
        "therefore",
        "thereby",
        "indeed",
        "above all",
        "for that matter",
        "in particular",
        "exactly",
        "precisely",
        "anyways",
        "on the inside",
        "on the outside",
        "inwardly",
        "outwardly",
        "by accident",
        "for fun",
        "for free",
        "of late",
        "likewise",
        "to be honest",
        "in truth",
        "in reality",
        "truth be told",
        "inexplicably",
        "by mistake",
        "both",
        "so far as i know",
        "one day at a time",
        "lowkey",
        "highkey",
        "ngl",
        "legit",
        "deadass",
        "straight up",
        "for real",
        "no cap",
        "one step at a time",
        "by the way",
        "warts and all",
        "more and more",
    ]
)
"""Other adverbs that a grammar must know to step over."""

SKILLED: Final = phrases(
    "beautifully,well,brilliantly,wonderfully,superbly,expertly,flawlessly,masterfully,skilfully,"
    "skillfully,perfectly,excellently,exquisitely,marvellously,marvelously,divinely,fluently,"
    "like a master,like an angel,like a pro,splendidly,magnificently,very well,really well,"
    "like a professional,to perfection,like a dream,gorgeously,effortlessly,amazingly,"
    "fantastically,admirably,competently,gracefully,virtuosically,by ear"
)
"""Adverbs that turn an act into a skill: *plays the cello beautifully*."""
UNSKILLED: Final = phrases("badly,poorly,terribly,atrociously,abysmally,appallingly,dreadfully,horribly")

MULTIWORDS: Final = frozenset(
    phrase
    for table in (DEGREES, TIMES, DENIALS, HEDGES, MANNERS, SKILLED)
    for phrase in table
    if " " in phrase
)
