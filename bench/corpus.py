"""News-like prose to measure on: template sentences with changing actors, places and figures; the same each time."""

import random
from collections.abc import Iterator

COUNTRIES = (
    ("Kenya", "Kenyan", "Nairobi"), ("Peru", "Peruvian", "Lima"), ("Nepal", "Nepalese", "Kathmandu"),
    ("Serbia", "Serbian", "Belgrade"), ("Mali", "Malian", "Bamako"), ("Jordan", "Jordanian", "Amman"),
    ("Vietnam", "Vietnamese", "Hanoi"), ("Chile", "Chilean", "Santiago"), ("Georgia", "Georgian", "Tbilisi"),
    ("Tunisia", "Tunisian", "Tunis"), ("Norway", "Norwegian", "Oslo"), ("Pakistan", "Pakistani", "Islamabad"),
)  # fmt: skip
TOWNS = (
    "Mopti",
    "Kisumu",
    "Arequipa",
    "Pokhara",
    "Kutaisi",
    "Sfax",
    "Zarqa",
    "Bergen",
    "Quetta",
    "Nis",
    "Hue",
    "Gao",
)
GROUPS = (
    "rebels",
    "gunmen",
    "militiamen",
    "separatist fighters",
    "soldiers",
    "border guards",
    "police officers",
)
CROWDS = (
    "teachers",
    "students",
    "miners",
    "bus drivers",
    "nurses",
    "farmers",
    "opposition supporters",
)
OFFICES = (
    "the interior ministry",
    "a government spokesman",
    "the governor",
    "a hospital official",
    "a UN envoy",
    "an army spokesman",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Sentences that tell of acts.
ACTS = (
    "{Group} attacked a convoy of trucks {km} km north of {town} late on {day}, killing at least {n} people and wounding {m} others, {office} said in a statement.",
    "The {adj} government accused {group} based in neighbouring {other} of carrying out the raid and of burning the houses of people who had refused to pay.",
    "{Other} denied any role in it: \"We have never sent weapons across the border,\" a foreign ministry spokesman told reporters in {othercap}.",
    "About {big} {crowd} marched through the centre of {capital} on {day} to demand higher wages and cheaper bread.",
    "Police fired tear gas at the crowd near the railway station and arrested {m} protesters, according to a local rights group.",
    "The {adj} foreign minister arrived in {othercap} on {day} for two days of talks with the {otheradj} president about trade and border crossings.",
    "After long negotiations {country} and {other} signed an agreement on trade and transport that had been prepared for years.",
    "{Country} promised to send {other} {big} tonnes of wheat by the end of the year if the port can be reached by then.",
    "The United Nations urged both sides to stop the fighting and to let relief workers into the villages around {town}.",
    "Troops withdrew from the outskirts of {town} after three days of clashes with {group} in which several houses burned down.",
    "A court in {capital} sentenced a former minister to {n} years in prison for corruption in the purchase of buses.",
    "{Other} expelled two {adj} diplomats in what officials called a response to last week's arrests.",
    "{Country} refused to lift the curfew in {town}, where shops and schools have been closed since {day}.",
    "{Crowd} in {town} called off their strike after the ministry agreed to pay the wages that had been due since spring.",
)  # fmt: skip
#: Sentences around them, as in any report: setting, history, opinion, weather, prices.
SETTING = (
    "Residents of {town}, many of whom had spent the winter with relatives in the south, said that prices in the market were still twice as high as a year ago.",
    "It was not clear on {day} who had been responsible, and the few people who were on the road at that hour gave different versions of what they had seen.",
    "The president, who took office in 2019 after a close vote, has often said that the country needs time, patience and a good deal of luck.",
    "Analysts say that much depends on the weather in the coming weeks, on the price of fuel and on the mood in the capital.",
    "Rain is expected in the south of {country} at the weekend, and farmers hope for a better harvest than in the past two years.",
    "The company said its profits rose by {n} per cent in the second quarter, helped by higher prices for copper and a weaker currency.",
    "\"The road is open again and the trucks are moving,\" {office} said. \"Nobody here has to go hungry, whatever you may read elsewhere.\"",
    "Health officials in {capital} reported {m} new cases of cholera, most of them in crowded quarters where clean water is hard to find.",
    "The town lies in a broad valley {km} km from the {otheradj} border and has about {big} inhabitants, a hospital, two schools and a sugar mill.",
    "For most of the past decade the region was known for its coffee, its music and the long train journey that it takes to get there.",
    "Similar numbers were recorded in {n} of the last {m} years, according to figures of the statistics office that were seen by this reporter.",
    "In the afternoon the streets around the main square were quiet, with only a few shops open and a line of taxis in front of the bus station.",
    "The bill, which is {m} pages long and has been in preparation since 2021, deals with taxes, land registers and the pensions of teachers.",
    "A teacher in {town} said her pupils now came to school on foot, some of them from villages more than ten kilometres away.",
    "There is no shortage of explanations for the delay, but none of them has convinced the people who wait for a bridge over the river.",
    "Economists had expected growth of about {n} per cent this year, a little less than in {other} but more than the average of the continent.",
    "The museum, housed in a former customs building by the harbour, shows photographs, letters and a map that is more than {m} years old.",
    "With {n} of {m} districts counted, the result was too close to call, and neither of the two large parties wanted to comment on it.",
    "What happens next is hard to say, since the rules leave room for interpretation and the judges have been known to take their time.",
    "Many young people have left the area in recent years to look for work in {capital}, in {othercap} or further abroad.",
    "The second team of {town} plays in a stadium that holds {big} spectators, although it has rarely been full since the club moved down.",
    "Among the guests were writers, engineers and a retired general who told stories about his childhood in the mountains of {other}.",
    "{Country} and {other} share a border of {m}0 km, most of it desert, and a history that families on both sides remember in different ways.",
    "The ministry's own report, a document of {m} pages published in {month}, comes to much the same conclusion in more careful words.",
)  # fmt: skip
#: One sentence in so many tells of an act; real news has 5 to 25 events in 1,000 words.
SHARE = 3


def reports(words: int, *, length: int = 250, seed: int = 7) -> Iterator[str]:
    """Texts of about ``length`` words each until ``words`` are reached."""
    chance = random.Random(seed)
    made = 0
    while made < words:
        text = one_report(chance, length)
        made += len(text.split())
        yield text


def one_report(chance: random.Random, length: int) -> str:
    """One report: a dateline, then paragraphs of one to three sentences."""
    names = slots(chance)
    paragraphs, count = (
        [
            f"{str(names['capital']).upper()}, {chance.choice(('May', 'June'))} {chance.randint(1, 28)} -"
        ],
        0,
    )
    while count < length:
        picked = [one_sentence(chance) for _ in range(chance.randint(1, 3))]
        count += sum(len(p.split()) for p in picked)
        paragraphs.append(" ".join(picked))
    return " ".join(paragraphs[:2]) + "\n\n" + "\n\n".join(paragraphs[2:])


def one_sentence(chance: random.Random) -> str:
    """A template with its slots filled."""
    templates = SETTING if chance.randrange(SHARE) else ACTS
    return chance.choice(templates).format(**slots(chance))


def slots(chance: random.Random) -> dict[str, object]:
    """Values for every slot of the templates."""
    (country, adj, capital), (other, otheradj, othercap) = chance.sample(COUNTRIES, 2)
    group, crowd = chance.choice(GROUPS), chance.choice(CROWDS)
    return {
        "country": country, "Country": country, "adj": adj, "capital": capital,
        "other": other, "Other": other, "otheradj": otheradj, "othercap": othercap,
        "group": group, "Group": group.capitalize(), "crowd": crowd, "Crowd": crowd.capitalize(),
        "office": chance.choice(OFFICES), "town": chance.choice(TOWNS), "day": chance.choice(DAYS),
        "month": chance.choice(("January", "April", "September", "November")),
        "n": chance.randint(2, 19), "m": chance.randint(20, 90), "km": chance.randint(2, 80) * 5,
        "big": chance.choice((200, 500, 1_000, 3_000, 12_000)),
    }  # fmt: skip
