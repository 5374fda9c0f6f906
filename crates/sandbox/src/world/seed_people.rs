//! The people of a seed: names, addresses, telephones and emails, and how they are written down in
//! either store. Knows nothing of who is in which store.

/// Somebody, before any store wrote anything down.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) number: u32,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) email: String,
    pub(super) phone: Phone,
    pub(super) company: Option<String>,
    pub(super) home: &'static Home,
    pub(super) house: u32,
}

/// A telephone number that is written down in many ways.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phone {
    country: &'static str,
    area: u32,
    line: u32,
}

/// Where somebody lives.
#[derive(Debug)]
pub(super) struct Home {
    pub(super) street: &'static str,
    pub(super) city: &'static str,
    pub(super) postcode: &'static str,
    pub(super) state: &'static str,
    pub(super) country: &'static str,
    calling: &'static str,
}

const HOMES: [Home; 6] = [
    Home {
        street: "Harbour Street",
        city: "Wellington",
        postcode: "6011",
        state: "",
        country: "NZ",
        calling: "64",
    },
    Home {
        street: "Rue de l'Église",
        city: "Montréal",
        postcode: "H2Y 1C6",
        state: "QC",
        country: "CA",
        calling: "1",
    },
    Home {
        street: "Kaiserstraße",
        city: "Köln",
        postcode: "50667",
        state: "",
        country: "DE",
        calling: "49",
    },
    Home {
        street: "Keizersgracht",
        city: "Amsterdam",
        postcode: "1015 CJ",
        state: "",
        country: "NL",
        calling: "31",
    },
    Home {
        street: "Mill Lane",
        city: "York",
        postcode: "YO1 7LZ",
        state: "",
        country: "GB",
        calling: "44",
    },
    Home {
        street: "Ocean Avenue",
        city: "Sydney",
        postcode: "2000",
        state: "NSW",
        country: "AU",
        calling: "61",
    },
];

const FIRST: [&str; 20] = [
    "Mara",
    "Jürgen",
    "Aoife",
    "Noël",
    "Li",
    "Zoë",
    "Tony",
    "Ingrid",
    "Omar",
    "Søren",
    "Chloé",
    "Anne-Marie",
    "Dmitri",
    "Ngaio",
    "Priya",
    "Tomasz",
    "Yuki",
    "Hélène",
    "Bram",
    "Ffion",
];
const LAST: [&str; 19] = [
    "Quist",
    "Groß",
    "O'Neill",
    "de Vries",
    "Wang",
    "Müller",
    "Haddad",
    "Lindqvist",
    "Brontë",
    "Van den Berg",
    "Smith",
    "Kowalczyk",
    "Nguyễn",
    "Parata",
    "Iyer",
    "Tanaka",
    "Lefèvre",
    "Okafor",
    "Llewellyn",
];
const COMPANIES: [&str; 5] = [
    "Quist & Daughters",
    "Müller GmbH",
    "Northwind Reading Room",
    "École Saint-Paul",
    "O'Neill Framing, Ltd.",
];

/// Names that break what was not built for them: first and last, either may be blank.
const ODD_NAMES: [(&str, &str); 14] = [
    ("Madonna", ""),
    ("", "Prakash"),
    ("Wang", "Li"),
    ("<b>Bold</b>", "<img src=x onerror=alert(1)>"),
    ("=HYPERLINK(\"http://example.org\")", "+1+1"),
    ("@SUM(A1:A9)", "-2"),
    ("\u{202e}drawkcaB", "Bidi"),
    ("عمر", "الحداد"),
    ("李", "王"),
    ("Ann\u{200b}e", "Zero\u{feff}width"),
    ("  Blank  ", "Around "),
    ("Emoji 👩‍👩‍👧", "🎈"),
    ("Robert'); DROP TABLE customers;--", "Tables"),
    ("\u{0007}Bell", "Tab\tand\nline"),
];

impl Person {
    pub(super) fn new(number: u32, rng: &mut fastrand::Rng) -> Self {
        let (mut first, mut last) = (pick(rng, &FIRST), pick(rng, &LAST));
        let plain: String = first.chars().filter(char::is_ascii_alphabetic).collect();
        let home = rng.choice(&HOMES).unwrap_or(&HOMES[0]);
        let phone = Phone {
            country: home.calling,
            area: rng.u32(20..100),
            line: rng.u32(1_000_000..10_000_000),
        };
        let company = rng.u8(0..9) == 0;
        let company = company.then(|| pick(rng, &COMPANIES).to_owned());
        // From the second dozen on, every eleventh person has a name that is no name.
        let odd =
            (number >= 12 && number % 11 == 4).then(|| ODD_NAMES.get(number as usize / 11 % 15));
        let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(6);
        match odd {
            Some(Some((odd_first, odd_last))) => (first, last) = (*odd_first, *odd_last),
            Some(None) => (first, last) = ("Hubert", long.trim_end()),
            None => {}
        }
        Self {
            number,
            first: first.to_owned(),
            last: last.to_owned(),
            email: format!("{}.{number}@example.org", plain.to_lowercase()),
            phone,
            company,
            home,
            house: rng.u32(1..240),
        }
    }

    /// The first word of the email address, without the number's dot.
    pub(super) fn local(&self) -> &str {
        self.email.split('.').next().unwrap_or_default()
    }

    /// The whole name, as one store has it.
    pub(super) fn name(&self) -> String {
        let parts = [self.first.as_str(), self.last.as_str()];
        let filled: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        filled.join(" ")
    }

    /// Somebody of the same family.
    pub(super) fn relative(&self, rng: &mut fastrand::Rng) -> Self {
        let other = FIRST.iter().filter(|name| **name != self.first);
        let first = rng.choice(other.collect::<Vec<_>>()).copied();
        Self {
            first: first.unwrap_or("Pat").to_owned(),
            ..self.clone()
        }
    }
}

impl Phone {
    /// One of the ways in which people write a number down.
    pub(super) fn spelled(self, way: u8) -> String {
        let Self {
            country,
            area,
            line,
        } = self;
        let (start, end) = (line / 10_000, line % 10_000);
        match way % 7 {
            0 => format!("+{country} {area} {start:03} {end:04}"),
            1 => format!("0{area} {start:03}-{end:04}"),
            2 => format!("(0{area}) {start:03} {end:04}"),
            3 => format!("00{country}{area}{line:07}"),
            4 => format!("+{country}{area}{line:07}"),
            5 => format!("0{area}/{line:07} (after 5pm)"),
            _ => format!("+{country} (0){area}\u{a0}{start:03}.{end:04}"),
        }
    }
}

fn pick<'a>(rng: &mut fastrand::Rng, list: &[&'a str]) -> &'a str {
    rng.choice(list).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Person;

    #[test]
    fn every_spelling_of_a_number_ends_in_the_same_digits() {
        let person = Person::new(1, &mut fastrand::Rng::with_seed(3));
        for way in 0..7 {
            let spelled = person.phone.spelled(way).replace("(after 5pm)", "");
            let digits: String = spelled.chars().filter(char::is_ascii_digit).collect();
            assert!(
                digits.ends_with(&format!("{:07}", person.phone.line)),
                "{spelled}"
            );
        }
    }
}
