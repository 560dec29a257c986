"""Common forenames, by which a namesake is told from whom the lists know: Randolph Churchill is not Winston.

Only forenames that are no other word at the beginning of a sentence, no rank and no surname of the lists.
"""

from __future__ import annotations

from typing import Final

_WOMEN: Final = (
    "agnes alice alla anastasia anna anne annie barbara beatrice bella betty catherine charlotte clara clementine "
    "deborah dorothy edith eleanor elena elisabeth elizabeth ella ellen emily emma esther ethel eugenia eva "
    "evelyn galina gertrude golda greta hannah harriet hedwig helen helena helene henrietta ida indira inessa "
    "inge irene irina isabel isabella jacqueline jane jeanne jenny jessie joan johanna josephine judith julia "
    "juliet karin katherine kathleen larisa laura leah lidia lillian louise lucy ludmila lydia lyudmila madeleine "
    "margaret margarita margot maria marian marie marina marta martha mary matilda mildred monica nadezhda nadia "
    "natalia natalya nina nora olga pamela patricia paula pauline polina rachel raisa rebecca renate rita rosa "
    "ruth sarah sonia sophia sophie stella susan svetlana sylvia tamara tatiana tatyana teresa theresa ursula "
    "valentina vera vivian wilhelmina yekaterina yelena yevgenia zinaida zoya"
)
_MEN: Final = (
    "adam adrian alan albert alfonso alfred allan allen alois ambrose andre andreas andrew angelo anton antonio "
    "armand arnold arthur augustus barry bela benjamin bernard bernhard bertram boleslav bruno calvin carlos "
    "cecil cedric christoph christopher clarence claude claus clifford constantin cyril daniel david dennis denis "
    "dieter donald duncan edmund eduardo edward edwin egon elliot elliott emanuel emil enrique erik ernst ervin eugene "
    "eugen evgeny felix ferdinand fernando francis franz frederick friedrich fritz gabriel geoffrey georg "
    "gerard gerhard gilbert giovanni giuseppe godfrey gottfried graham gregory guido gunther gustav hans harald "
    "harvey hector heinrich heinz hermann horace howard hubert hugh hugo humphrey ignacio igor ilya isaac jakob "
    "jean jeremy jerome joachim johann johannes jonathan jorge jose josef juan julian julius jurgen karel klaus kurt "
    "lawrence leonard leopold lewis lorenzo louis lucas ludwig luigi luis malcolm manfred manuel marcel marco "
    "mario martin matthias maurice max maximilian michel miguel milton mohammed moritz morris moses nathan nathaniel "
    "nicholas nicolas norbert norman oliver oscar oskar oswald pablo paolo pascal patrick pedro percy peter philip "
    "philippe pietro quentin rafael ralph ramon randolph raoul raymond reginald reinhard rene reuben ricardo roderick "
    "rodney roger roland rolf roman ronald rudolph rupert samuel sebastian siegfried sidney simon stefan stephen "
    "steven stewart stuart sydney theodor thomas timothy tobias ulrich ulysses vaclav valentin vasily vernon vincent "
    "volodymyr walter werner wilfred wilhelm wolfgang yakov yevgeny"
)
WOMEN: Final = frozenset(_WOMEN.split())
"""Forenames of women, folded: a surname behind “Mrs.” is theirs alone."""
FORENAMES: Final = WOMEN | frozenset(_MEN.split())
LADIES: Final = frozenset(("mrs", "mme", "madame", "miss", "lady", "frau", "госпожа", "гжа", "мадам"))
"""Words before the surname of a woman, folded."""
