"""German words for money: currencies by name and sign, and by the country whose they are ("polnische Zloty")."""

from __future__ import annotations

from collections.abc import Mapping

from extraction.candidates import FigureKind
from extraction.figures.model import Unit

K = FigureKind

_PLAIN = {
    "Euro, Euros, €, EUR": Unit("EUR", K.MONEY),
    "Cent, Cents, Eurocent, Eurocents, ct": Unit("EUR", K.MONEY, 0.01, name="cent"),
    "US-Dollar, US-Dollars, Dollar, Dollars, US Dollar, USD, $, US$, US-$": Unit("USD", K.MONEY),
    "US-Cent": Unit("USD", K.MONEY, 0.01),
    "Franken, Schweizer Franken, Schweizerfranken, Fränkli, CHF, sFr., SFr., Fr.": Unit("CHF", K.MONEY),
    "Rappen": Unit("CHF", K.MONEY, 0.01),
    "Pfund, Pfund Sterling, GBP, £": Unit("GBP", K.MONEY, name="pound"),
    "TEUR": Unit("EUR", K.MONEY, 1000), "Kopeke, Kopeken": Unit("RUB", K.MONEY, 0.01),
    "Pence, Penny": Unit("GBP", K.MONEY, 0.01),
    "Yen, JPY, ¥": Unit("JPY", K.MONEY), "Yuan, Renminbi, CNY": Unit("CNY", K.MONEY),
    "Rubel, Rubeln, RUB, ₽": Unit("RUB", K.MONEY), "Griwna, Hrywnja, Hrywnia, UAH": Unit("UAH", K.MONEY),
    "Rupie, Rupien, INR, ₹": Unit("INR", K.MONEY),
    "Lira, Lire, TRY": Unit("TRY", K.MONEY),
    "Zloty, Złoty, PLN": Unit("PLN", K.MONEY), "Forint, HUF": Unit("HUF", K.MONEY),
    "CZK": Unit("CZK", K.MONEY),
    "Schwedenkronen, Kronen, Krone, SEK": Unit("SEK", K.MONEY),
    "NOK": Unit("NOK", K.MONEY),
    "DKK": Unit("DKK", K.MONEY),
    "D-Mark, DM, Mark, Deutsche Mark, DEM, Deutschmark": Unit("DEM", K.MONEY, name="mark"),
    "Reichsmark, RM": Unit("RM", K.MONEY),
    "Pfennig, Pfennige": Unit("DEM", K.MONEY, 0.01), "Schilling, Schillinge, ATS": Unit("ATS", K.MONEY),
    "Groschen": Unit("ATS", K.MONEY, 0.01), "Ostmark": Unit("DDM", K.MONEY),
    "Franc, Francs": Unit("FRF", K.MONEY), "CFA-Franc, CFA-Francs": Unit("XOF", K.MONEY),
    "Kanada-Dollar": Unit("CAD", K.MONEY), "Australien-Dollar": Unit("AUD", K.MONEY),
    "Taiwan-Dollar": Unit("TWD", K.MONEY),
    "Neuseeland-Dollar": Unit("NZD", K.MONEY), "Bermuda-Dollar": Unit("BMD", K.MONEY),
    "Barbados-Dollar": Unit("BBD", K.MONEY), "Bahama-Dollar": Unit("BSD", K.MONEY),
    "Jamaika-Dollar": Unit("JMD", K.MONEY), "Simbabwe-Dollar": Unit("ZWL", K.MONEY),
    "Kuwait-Dinar": Unit("KWD", K.MONEY),
    "CAD": Unit("CAD", K.MONEY),
    "AUD": Unit("AUD", K.MONEY),
    "Hongkong-Dollar, HKD": Unit("HKD", K.MONEY), "Singapur-Dollar, SGD": Unit("SGD", K.MONEY),
    "NZD": Unit("NZD", K.MONEY), "Peso, Pesos, MXN": Unit("MXN", K.MONEY),
    "Rand, ZAR": Unit("ZAR", K.MONEY, name="rand"), "Schekel, ILS": Unit("ILS", K.MONEY),
    "Won, KRW": Unit("KRW", K.MONEY), "Dirham, AED": Unit("AED", K.MONEY), "Rial, IRR": Unit("IRR", K.MONEY),
    "Drachmen": Unit("GRD", K.MONEY), "Gulden": Unit("NLG", K.MONEY), "Peseten": Unit("ESP", K.MONEY),
    "Dinar, Dinare, Dinaren": Unit("KWD", K.MONEY), "Riyal, SAR": Unit("SAR", K.MONEY),
    "Real, Reais, BRL": Unit("BRL", K.MONEY, name="real"), "Bitcoin, Bitcoins, BTC": Unit("BTC", K.MONEY),
}  # fmt: skip

# Names that several countries use: the adjective tells which. Adjectives stand without their ending.
_BY_COUNTRY = {
    "Dollar, Dollars": """
        amerikanisch USD, US-amerikanisch USD, kanadisch CAD, australisch AUD, neuseeländisch NZD, singapurisch SGD,
        taiwanisch TWD, jamaikanisch JMD, namibisch NAD
    """,
    "Pfund": "britisch GBP, ägyptisch EGP, libanesisch LBP, syrisch SYP, sudanesisch SDG, irisch IEP",
    "Kronen, Krone": """
        schwedisch SEK, norwegisch NOK, dänisch DKK, isländisch ISK, tschechisch CZK, slowakisch SKK, estnisch EEK
    """,
    "Peso, Pesos": """
        mexikanisch MXN, argentinisch ARS, kolumbianisch COP, chilenisch CLP, philippinisch PHP, kubanisch CUP,
        uruguayisch UYU, dominikanisch DOP
    """,
    "Rupien, Rupie": "indisch INR, pakistanisch PKR, nepalesisch NPR, mauritisch MUR",
    "Rupiah": "indonesisch IDR",
    "Lira, Lire": "türkisch TRY, italienisch ITL, maltesisch MTL, syrisch SYP",
    "Dinar, Dinare, Dinaren": """
        serbisch RSD, kuwaitisch KWD, irakisch IQD, jordanisch JOD, tunesisch TND, algerisch DZD, libysch LYD,
        bahrainisch BHD, jugoslawisch YUD
    """,
    "Rial": "iranisch IRR, omanisch OMR, jemenitisch YER",
    "Riyal, Rial": "saudisch SAR, saudi-arabisch SAR, katarisch QAR",
    "Dirham": "marokkanisch MAD, emiratisch AED",
    "Rubel": "russisch RUB, belarussisch BYN, weißrussisch BYN, sowjetisch SUR",
    "Franken, Francs, Franc": "schweizerisch CHF, französisch FRF, belgisch BEF, luxemburgisch LUF, kongolesisch CDF",
    "Schilling, Schillinge": "österreichisch ATS, kenianisch KES, ugandisch UGX, tansanisch TZS, somalisch SOS",
    "Yen": "japanisch JPY", "Yuan": "chinesisch CNY", "Won": "südkoreanisch KRW, nordkoreanisch KPW",
    "Zloty, Złoty": "polnisch PLN", "Forint": "ungarisch HUF", "Griwna, Hrywnja, Hrywnia": "ukrainisch UAH",
    "Schekel": "israelisch ILS", "Rand": "südafrikanisch ZAR", "Real, Reais": "brasilianisch BRL",
    "Baht": "thailändisch THB", "Dong": "vietnamesisch VND", "Ringgit": "malaysisch MYR", "Naira": "nigerianisch NGN",
    "Birr": "äthiopisch ETB", "Tenge": "kasachisch KZT", "Lari": "georgisch GEL", "Dram": "armenisch AMD",
    "Manat": "aserbaidschanisch AZN, turkmenisch TMT", "Kuna": "kroatisch HRK",
    "Lei, Leu": "rumänisch RON, moldauisch MDL",
    "Lew, Lewa": "bulgarisch BGN", "Bolívar, Bolivar": "venezolanisch VES", "Taka": "bangladeschisch BDT",
    "Kyat": "myanmarisch MMK", "Afghani": "afghanisch AFN", "Cedi": "ghanaisch GHS", "Sol, Soles": "peruanisch PEN",
    "Drachmen": "griechisch GRD", "Gulden": "niederländisch NLG", "Peseten": "spanisch ESP",
    "Escudos": "portugiesisch PTE",
}  # fmt: skip
# Currencies of one country whose name means nothing else.
_ALONE = (
    "Baht", "Ringgit", "Naira", "Birr", "Tenge", "Rupiah", "Hrywnja", "Forint", "Kuna", "Lewa", "Dong",
)  # fmt: skip


def _by_country() -> dict[str, Unit]:
    rows: dict[str, list[str]] = {"RON": ["Lei", "Leu"]}  # of two countries, and nearly always of the greater one
    for names, adjectives in _BY_COUNTRY.items():
        for entry in " ".join(adjectives.split()).split(", "):
            adjective, code = entry.split()
            for name in names.split(", "):
                rows.setdefault(code, []).extend(f"{adjective}{ending} {name}" for ending in ("e", "en", "er"))
                if name in _ALONE:
                    rows[code].append(name)
    return {", ".join(surfaces): Unit(code, K.MONEY) for code, surfaces in rows.items()}


MONEY: Mapping[str, Unit] = _PLAIN | _by_country()

# Written before the number: "CHF 2,4 Mio.", "€ 5".
CURRENCY_PREFIXES = {
    "€": "EUR", "EUR": "EUR", "Euro": "EUR", "$": "USD", "US$": "USD", "USD": "USD", "US-$": "USD", "£": "GBP",
    "GBP": "GBP", "CHF": "CHF", "Fr.": "CHF", "SFr.": "CHF", "sFr.": "CHF", "¥": "JPY", "JPY": "JPY", "CNY": "CNY",
    "DM": "DEM", "RUB": "RUB", "PLN": "PLN", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "CZK": "CZK", "HUF": "HUF",
    "INR": "INR", "TRY": "TRY", "AUD": "AUD", "CAD": "CAD", "BTC": "BTC", "A$": "AUD", "C$": "CAD", "HK$": "HKD",
    "₽": "RUB", "₹": "INR",
}  # fmt: skip
