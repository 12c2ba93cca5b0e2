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
TEMPLATES = (
    "{Group} attacked a convoy {km} km north of {town} on {day}, killing at least {n} people and wounding {m}, {office} said.",
    "The {adj} government accused {group} from {other} of carrying out the raid.",
    "{Other} denied any role. \"We have never sent weapons across the border,\" a foreign ministry spokesman told reporters in {othercap}.",
    "About {big} {crowd} marched through {capital} on {day} to demand higher wages.",
    "Police fired tear gas at the crowd and arrested {m} protesters, a rights group said.",
    "The {adj} foreign minister arrived in {othercap} on {day} for talks with the {otheradj} president.",
    "{Country} and {other} signed an agreement on trade and transport.",
    "{Country} promised to send {other} {big} tonnes of wheat by the end of the year.",
    "The United Nations urged both sides to stop the fighting and to let relief workers into {town}.",
    "Troops withdrew from the outskirts of {town} after three days of clashes with {group}.",
    "A court in {capital} sentenced a former minister to {n} years in prison for corruption.",
    "{Other} expelled two {adj} diplomats in what officials called a response to last week's arrests.",
    "The army said it would strike the camps if the raids went on.",
    "{Country} refused to lift the curfew in {town}, where shops have been closed since {day}.",
    "The European Union suspended aid to {other} and called for an independent inquiry.",
    "Residents of {town}, many of whom had fled the shelling in May, returned to find their houses looted.",
    "It was not clear who had fired the rockets, and no group claimed responsibility.",
    "The president, who took office in 2019, told parliament that the elections would be held in March.",
    "{Crowd} in {town} called off their strike after the ministry agreed to pay the wages.",
    "Analysts say that the talks could fail unless {other} releases the prisoners it took last year.",
    "Rain is expected in the south of {country} at the weekend, and farmers hope for a better harvest.",
    "The company said its profits rose by {n} per cent in the second quarter, helped by higher prices for copper.",
    "{Country} deployed {big} soldiers along the border with {other} on {day}.",
    "Prosecutors opened an investigation into the deaths of {n} detainees in a prison near {town}.",
    "\"The road is open again and the trucks are moving,\" {office} said. \"Nobody has to go hungry.\"",
    "Health officials in {capital} reported {m} new cases of cholera, most of them in camps for displaced people.",
    "The ceasefire, which was brokered by {other} in August, has been broken several times.",
    "Lawmakers voted {m} to {n} for a bill that limits foreign ownership of newspapers.",
)  # fmt: skip


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
        [f"{str(names['capital']).upper()}, {chance.choice(('May', 'June'))} {chance.randint(1, 28)} -"],
        0,
    )
    while count < length:
        picked = [
            chance.choice(TEMPLATES).format(**slots(chance)) for _ in range(chance.randint(1, 3))
        ]
        count += sum(len(p.split()) for p in picked)
        paragraphs.append(" ".join(picked))
    return " ".join(paragraphs[:2]) + "\n\n" + "\n\n".join(paragraphs[2:])


def slots(chance: random.Random) -> dict[str, object]:
    """Values for every slot of the templates."""
    (country, adj, capital), (other, otheradj, othercap) = chance.sample(COUNTRIES, 2)
    group, crowd = chance.choice(GROUPS), chance.choice(CROWDS)
    return {
        "country": country, "Country": country, "adj": adj, "capital": capital,
        "other": other, "Other": other, "otheradj": otheradj, "othercap": othercap,
        "group": group, "Group": group.capitalize(), "crowd": crowd, "Crowd": crowd.capitalize(),
        "office": chance.choice(OFFICES), "town": chance.choice(TOWNS), "day": chance.choice(DAYS),
        "n": chance.randint(2, 19), "m": chance.randint(20, 90), "km": chance.randint(2, 80) * 5,
        "big": chance.choice((200, 500, 1_000, 3_000, 12_000)),
    }  # fmt: skip
