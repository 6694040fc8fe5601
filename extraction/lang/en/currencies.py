"""English words for money: currencies by name and sign, and by the country whose they are ("Turkish lira")."""

from __future__ import annotations

from collections.abc import Mapping

from extraction.candidates import FigureKind
from extraction.figures.model import Unit

K = FigureKind

_PLAIN = {
    "US dollars, US dollar, dollars, dollar, U.S. dollars, USD, $, US$, bucks": Unit("USD", K.MONEY),
    "cents, cent, ¢": Unit("USD", K.MONEY, 0.01, name="cent"),
    "euros, euro, EUR, €": Unit("EUR", K.MONEY), "pounds sterling, GBP, £, quid, British pounds": Unit("GBP", K.MONEY),
    "pence": Unit("GBP", K.MONEY, 0.01), "Swiss francs, francs, CHF": Unit("CHF", K.MONEY),
    "yen, JPY, ¥": Unit("JPY", K.MONEY), "yuan, renminbi, CNY": Unit("CNY", K.MONEY),
    "roubles, rubles, rouble, ruble, RUB": Unit("RUB", K.MONEY), "rupees, rupee, INR": Unit("INR", K.MONEY),
    "Canadian dollars, CAD": Unit("CAD", K.MONEY), "Australian dollars, AUD": Unit("AUD", K.MONEY),
    "Hong Kong dollars, HKD": Unit("HKD", K.MONEY), "New Zealand dollars, NZD": Unit("NZD", K.MONEY),
    "pesos, MXN": Unit("MXN", K.MONEY), "hryvnias, hryvnia, UAH": Unit("UAH", K.MONEY),
    "zloty, zlotys, PLN": Unit("PLN", K.MONEY),
    "lira, liras, TRY": Unit("TRY", K.MONEY), "rand, ZAR": Unit("ZAR", K.MONEY), "won, KRW": Unit("KRW", K.MONEY),
    "kronor, SEK": Unit("SEK", K.MONEY), "shekels, ILS": Unit("ILS", K.MONEY),
    "bitcoins, bitcoin, BTC": Unit("BTC", K.MONEY),
}  # fmt: skip

# Names that several countries use, or that mean something else without their country.
_BY_COUNTRY = {
    "dollar, dollars": """
        American USD, US USD, Canadian CAD, Australian AUD, Singapore SGD, Taiwan TWD, Jamaican JMD, Zimbabwean ZWL
    """,
    "pound, pounds": "British GBP, Egyptian EGP, Lebanese LBP, Syrian SYP, Sudanese SDG, Irish IEP",
    "krona, kronor": "Swedish SEK, Icelandic ISK", "krone, kroner": "Norwegian NOK, Danish DKK",
    "koruna, korunas, crowns": "Czech CZK, Slovak SKK",
    "peso, pesos": "Mexican MXN, Argentine ARS, Colombian COP, Chilean CLP, Philippine PHP, Cuban CUP",
    "rupee, rupees": "Indian INR, Pakistani PKR, Nepalese NPR", "rupiah": "Indonesian IDR",
    "lira, liras": "Turkish TRY, Italian ITL, Syrian SYP",
    "dinar, dinars": "Serbian RSD, Kuwaiti KWD, Iraqi IQD, Jordanian JOD, Tunisian TND, Algerian DZD, Libyan LYD",
    "rial, rials": "Iranian IRR, Omani OMR, Yemeni YER", "riyal, riyals": "Saudi SAR, Qatari QAR",
    "dirham, dirhams": "Moroccan MAD, Emirati AED, UAE AED",
    "ruble, rubles, rouble, roubles": "Russian RUB, Belarusian BYN",
    "franc, francs": "Swiss CHF, French FRF, Belgian BEF",
    "shilling, shillings": "Kenyan KES, Ugandan UGX, Tanzanian TZS, Somali SOS, Austrian ATS",
    "yen": "Japanese JPY", "yuan": "Chinese CNY", "won": "South_Korean KRW, Korean KRW", "zloty, zlotys": "Polish PLN",
    "forint, forints": "Hungarian HUF", "hryvnia, hryvnias": "Ukrainian UAH", "shekel, shekels": "Israeli ILS",
    "rand": "South_African ZAR", "real, reals, reais": "Brazilian BRL", "baht": "Thai THB", "dong": "Vietnamese VND",
    "ringgit": "Malaysian MYR", "naira": "Nigerian NGN", "birr": "Ethiopian ETB", "tenge": "Kazakh KZT",
    "lari": "Georgian GEL", "dram, drams": "Armenian AMD", "lei, leu": "Romanian RON, Moldovan MDL",
    "lev, leva": "Bulgarian BGN", "bolivar, bolivars": "Venezuelan VES", "taka": "Bangladeshi BDT",
    "marks, mark": "German DEM",
}  # fmt: skip
# Currencies of one country whose name means nothing else.
_ALONE = ("baht", "ringgit", "naira", "tenge", "rupiah", "forint", "forints", "kroner", "reais")


def _by_country() -> dict[str, Unit]:
    rows: dict[str, list[str]] = {}
    for names, countries in _BY_COUNTRY.items():
        for entry in " ".join(countries.split()).split(", "):
            country, code = entry.split()
            for name in names.split(", "):
                rows.setdefault(code, []).append(f"{country.replace('_', ' ')} {name}")
                if name in _ALONE and code not in ("DKK", "ISK"):
                    rows[code].append(name)
    return {", ".join(surfaces): Unit(code, K.MONEY) for code, surfaces in rows.items()}


MONEY: Mapping[str, Unit] = _PLAIN | _by_country()

CURRENCY_PREFIXES = {
    "$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY",
    "JPY": "JPY", "CHF": "CHF", "CNY": "CNY", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "AUD": "AUD",
    "CAD": "CAD", "₹": "INR", "Rs": "INR", "Rs.": "INR", "INR": "INR", "₽": "RUB", "BTC": "BTC", "SEK": "SEK",
}  # fmt: skip
