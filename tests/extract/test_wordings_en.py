"""One fact in the many wordings of press and ministries, in English: what is read, and nothing else of its kinds."""

from __future__ import annotations

import pytest
from tests import shipped

from migkg import extract
from migkg.model import Article

KINDS = frozenset(
    {
        "heldIn",
        "startDate",
        "endDate",
        "hasHost",
        "hasChair",
        "hasSupporter",
        "hasSpeaker",
        "hasParticipant",
        "hasTheme",
        "adopted",
        "hasSecretariat",
        "hasMember",
        "established",
    }
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The second Senior Officials' Meeting of the Colombo Process was held in Kathmandu on 4 and 5 May 2016.",
            {
                "meeting:COLOMBO/senior-officials/2 endDate 2016-05-05",
                "meeting:COLOMBO/senior-officials/2 heldIn Kathmandu",
                "meeting:COLOMBO/senior-officials/2 startDate 2016-05-04",
            },
        ),
        (
            "Senior officials of the Colombo Process met in Kathmandu on 4 and 5 May 2016.",
            {
                "meeting:COLOMBO/senior-officials/2016 endDate 2016-05-05",
                "meeting:COLOMBO/senior-officials/2016 heldIn Kathmandu",
                "meeting:COLOMBO/senior-officials/2016 startDate 2016-05-04",
            },
        ),
        (
            "Colombo Process senior officials gathered in Kathmandu on 4 May 2016.",
            {
                "meeting:COLOMBO/senior-officials/2016 endDate 2016-05-04",
                "meeting:COLOMBO/senior-officials/2016 heldIn Kathmandu",
                "meeting:COLOMBO/senior-officials/2016 startDate 2016-05-04",
            },
        ),
        (
            "The Colombo Process's senior officials held their third meeting in Kathmandu on 4 May 2016.",
            {
                "meeting:COLOMBO/senior-officials/3 endDate 2016-05-04",
                "meeting:COLOMBO/senior-officials/3 heldIn Kathmandu",
                "meeting:COLOMBO/senior-officials/3 startDate 2016-05-04",
            },
        ),
        (
            "The Abu Dhabi Dialogue Senior Officials' Meeting (SOM) took place in Manila on 12 and 13 February 2014.",
            {
                "meeting:ADD/senior-officials/2014 endDate 2014-02-13",
                "meeting:ADD/senior-officials/2014 heldIn Manila",
                "meeting:ADD/senior-officials/2014 startDate 2014-02-12",
            },
        ),
        (
            "Manila hosted the 2014 Senior Officials' Meeting of the Abu Dhabi Dialogue.",
            {"meeting:ADD/senior-officials/2014 heldIn Manila"},
        ),
        (
            "The SOM of the Abu Dhabi Dialogue met in Manila on 12 February 2014. It was opened by Rosa Lim, Labour Secretary of the Philippines.",
            {
                "meeting:ADD/senior-officials/2014 endDate 2014-02-12",
                "meeting:ADD/senior-officials/2014 hasSpeaker person:Rosa Lim",
                "meeting:ADD/senior-officials/2014 heldIn Manila",
                "meeting:ADD/senior-officials/2014 startDate 2014-02-12",
            },
        ),
        (
            "A preparatory meeting for the Ninth South American Conference on Migration was held in Quito on 3 April 2009.",
            {
                "meeting:SACM/preparatory/2009 endDate 2009-04-03",
                "meeting:SACM/preparatory/2009 heldIn Quito",
                "meeting:SACM/preparatory/2009 startDate 2009-04-03",
            },
        ),
        (
            "Ahead of the Ninth South American Conference on Migration, a preparatory meeting took place in Quito on 3 April 2009. It was attended by Chile, Peru and Uruguay.",
            {
                "meeting:SACM/preparatory/2009 endDate 2009-04-03",
                "meeting:SACM/preparatory/2009 hasParticipant CL",
                "meeting:SACM/preparatory/2009 hasParticipant PE",
                "meeting:SACM/preparatory/2009 hasParticipant UY",
                "meeting:SACM/preparatory/2009 heldIn Quito",
                "meeting:SACM/preparatory/2009 startDate 2009-04-03",
            },
        ),
        (
            "The preparatory meeting of the XII South American Conference on Migration was hosted by Chile in Santiago on 14 June 2012.",
            {
                "meeting:SACM/preparatory/2012 endDate 2012-06-14",
                "meeting:SACM/preparatory/2012 hasHost CL",
                "meeting:SACM/preparatory/2012 heldIn Santiago",
                "meeting:SACM/preparatory/2012 startDate 2012-06-14",
            },
        ),
        (
            "Delegates held a preparatory meeting in Santiago on 14 June 2012, ahead of the twelfth South American Conference on Migration.",
            {
                "meeting:SACM/preparatory/2012 endDate 2012-06-14",
                "meeting:SACM/preparatory/2012 heldIn Santiago",
                "meeting:SACM/preparatory/2012 startDate 2012-06-14",
            },
        ),
        (
            "The first preparatory meeting of the GFMD took place in Geneva on 20 January 2015.",
            {
                "meeting:GFMD/preparatory/1 endDate 2015-01-20",
                "meeting:GFMD/preparatory/1 heldIn Geneva",
                "meeting:GFMD/preparatory/1 startDate 2015-01-20",
            },
        ),
        (
            "GFMD: third preparatory meeting held in Geneva\n\nThe third preparatory meeting was held on 20 May 2015.",
            {
                "meeting:GFMD/preparatory/3 endDate 2015-05-20",
                "meeting:GFMD/preparatory/3 heldIn Geneva",
                "meeting:GFMD/preparatory/3 startDate 2015-05-20",
            },
        ),
        (
            "The Technical Working Group of the Colombo Process on remittances met in Islamabad on 6 June 2017.",
            {
                "meeting:COLOMBO/technical/2017 endDate 2017-06-06",
                "meeting:COLOMBO/technical/2017 heldIn Islamabad",
                "meeting:COLOMBO/technical/2017 startDate 2017-06-06",
            },
        ),
        (
            "The 5th technical meeting of the Quito Process was convened in Bogota on 14 November 2019.",
            {
                "edition:QUITO/5 endDate 2019-11-14",
                "edition:QUITO/5 heldIn Bogotá",
                "edition:QUITO/5 startDate 2019-11-14",
            },
        ),
        (
            "Technical experts of the Bali Process met in Colombo on 2 and 3 July 2013.",
            {
                "meeting:BALI/technical/2013 endDate 2013-07-03",
                "meeting:BALI/technical/2013 heldIn Colombo",
                "meeting:BALI/technical/2013 startDate 2013-07-02",
            },
        ),
        (
            "A working-level meeting of the Almaty Process took place in Bishkek on 9 September 2015.",
            {
                "meeting:ALMATY/technical/2015 endDate 2015-09-09",
                "meeting:ALMATY/technical/2015 heldIn Bishkek",
                "meeting:ALMATY/technical/2015 startDate 2015-09-09",
            },
        ),
        (
            "An expert meeting of the Prague Process was held in Tbilisi on 9 September 2015.",
            {
                "meeting:PRAGUE/technical/2015 endDate 2015-09-09",
                "meeting:PRAGUE/technical/2015 heldIn Tbilisi",
                "meeting:PRAGUE/technical/2015 startDate 2015-09-09",
            },
        ),
        (
            "Regional Conference on Migration (RCM) workshop on consular protection opens in Managua\n\nThe workshop takes place on 5 and 6 August 2014.",
            {
                "meeting:RCM/workshop/2014 endDate 2014-08-06",
                "meeting:RCM/workshop/2014 heldIn Managua",
                "meeting:RCM/workshop/2014 startDate 2014-08-05",
            },
        ),
        (
            "The Puebla Process held a seminar on migrant children in Guatemala City on 5 August 2008.",
            {
                "meeting:RCM/workshop/2008 endDate 2008-08-05",
                "meeting:RCM/workshop/2008 heldIn Guatemala City",
                "meeting:RCM/workshop/2008 startDate 2008-08-05",
            },
        ),
        (
            "The second intersessional meeting of the South American Conference on Migration was held in Lima on 3 June 2013.",
            {
                "meeting:SACM/intersessional/2 endDate 2013-06-03",
                "meeting:SACM/intersessional/2 heldIn Lima",
                "meeting:SACM/intersessional/2 startDate 2013-06-03",
            },
        ),
        (
            "The South American Conference on Migration held its intersessional meeting in Lima on 3 June 2013.",
            {
                "meeting:SACM/intersessional/2013 endDate 2013-06-03",
                "meeting:SACM/intersessional/2013 heldIn Lima",
                "meeting:SACM/intersessional/2013 startDate 2013-06-03",
            },
        ),
        (
            "The Ad Hoc Group Senior Officials' Meeting of the Bali Process met in Canberra on 8 June 2011.",
            {
                "meeting:BALI/senior-officials/2011 endDate 2011-06-08",
                "meeting:BALI/senior-officials/2011 heldIn Canberra",
                "meeting:BALI/senior-officials/2011 startDate 2011-06-08",
            },
        ),
        (
            "MIDSA senior officials met in Maputo from 5 to 6 July 2015, before the ministerial meeting of 8 July.",
            {
                "meeting:MIDSA/ministerial/2015 endDate 2015-07-08",
                "meeting:MIDSA/ministerial/2015 startDate 2015-07-08",
                "meeting:MIDSA/senior-officials/2015 endDate 2015-07-06",
                "meeting:MIDSA/senior-officials/2015 heldIn Maputo",
                "meeting:MIDSA/senior-officials/2015 startDate 2015-07-05",
            },
        ),
        (
            "The MIDSA ministerial conference, held in Windhoek on 20 November 2013, was preceded by a technical meeting.",
            {
                "meeting:MIDSA/ministerial/2013 endDate 2013-11-20",
                "meeting:MIDSA/ministerial/2013 heldIn Windhoek",
                "meeting:MIDSA/ministerial/2013 startDate 2013-11-20",
            },
        ),
        (
            "Ministers of the MIDSA countries met in Windhoek on 20 November 2013.",
            {
                "meeting:MIDSA/ministerial/2013 endDate 2013-11-20",
                "meeting:MIDSA/ministerial/2013 heldIn Windhoek",
                "meeting:MIDSA/ministerial/2013 startDate 2013-11-20",
            },
        ),
        (
            "The Rabat Process Senior Officials' Meeting was held in Accra on 25 October 2017 under the chairmanship of Ghana.",
            {
                "meeting:RABAT/senior-officials/2017 endDate 2017-10-25",
                "meeting:RABAT/senior-officials/2017 hasChair GH",
                "meeting:RABAT/senior-officials/2017 heldIn Accra",
                "meeting:RABAT/senior-officials/2017 startDate 2017-10-25",
            },
        ),
        (
            "A Senior Officials' Meeting of the Rabat Process, co-chaired by Mali and Belgium, was held in Bamako on 10 May 2018.",
            {
                "meeting:RABAT/senior-officials/2018 endDate 2018-05-10",
                "meeting:RABAT/senior-officials/2018 hasChair BE",
                "meeting:RABAT/senior-officials/2018 hasChair ML",
                "meeting:RABAT/senior-officials/2018 heldIn Bamako",
                "meeting:RABAT/senior-officials/2018 startDate 2018-05-10",
            },
        ),
        (
            "Bamako, 10 May 2018 - Today the senior officials of the Rabat Process met in Bamako.",
            {
                "meeting:RABAT/senior-officials/2018 endDate 2018-05-10",
                "meeting:RABAT/senior-officials/2018 heldIn Bamako",
                "meeting:RABAT/senior-officials/2018 startDate 2018-05-10",
            },
        ),
        (
            "SOM8 of the Colombo Process was held in Male on 2 March 2020.",
            {
                "meeting:COLOMBO/senior-officials/8 endDate 2020-03-02",
                "meeting:COLOMBO/senior-officials/8 heldIn Malé",
                "meeting:COLOMBO/senior-officials/8 startDate 2020-03-02",
            },
        ),
        (
            "The 8th SOM of the Colombo Process took place in Male on 2 March 2020.",
            {
                "meeting:COLOMBO/senior-officials/8 endDate 2020-03-02",
                "meeting:COLOMBO/senior-officials/8 heldIn Malé",
                "meeting:COLOMBO/senior-officials/8 startDate 2020-03-02",
            },
        ),
        (
            "The steering group of the Khartoum Process met in Rome on 3 February 2016.",
            {
                "meeting:KHARTOUM/technical/2016 endDate 2016-02-03",
                "meeting:KHARTOUM/technical/2016 heldIn Rome",
                "meeting:KHARTOUM/technical/2016 startDate 2016-02-03",
            },
        ),
        (
            "A thematic meeting of the Khartoum Process on legal migration took place in Cairo on 3 February 2019.",
            {
                "meeting:KHARTOUM/technical/2019 endDate 2019-02-03",
                "meeting:KHARTOUM/technical/2019 heldIn Cairo",
                "meeting:KHARTOUM/technical/2019 startDate 2019-02-03",
            },
        ),
        (
            "The Khartoum Process thematic meeting on legal migration, which Egypt hosted, took place in Cairo on 3 February 2019.",
            {
                "meeting:KHARTOUM/technical/2019 endDate 2019-02-03",
                "meeting:KHARTOUM/technical/2019 hasHost EG",
                "meeting:KHARTOUM/technical/2019 heldIn Cairo",
                "meeting:KHARTOUM/technical/2019 startDate 2019-02-03",
            },
        ),
        (
            "A training workshop of the Almaty Process for border guards was held in Astana on 3 February 2019 with the support of UNHCR.",
            {
                "meeting:ALMATY/workshop/2019 endDate 2019-02-03",
                "meeting:ALMATY/workshop/2019 hasSupporter org:UNHCR",
                "meeting:ALMATY/workshop/2019 heldIn Astana",
                "meeting:ALMATY/workshop/2019 startDate 2019-02-03",
            },
        ),
        (
            "The heads of delegation of the Budapest Process held a preparatory meeting in Istanbul on 11 December 2018 for the Sixth Ministerial Conference.",
            {
                "meeting:BUDAPEST/preparatory/2018 endDate 2018-12-11",
                "meeting:BUDAPEST/preparatory/2018 heldIn Istanbul",
                "meeting:BUDAPEST/preparatory/2018 startDate 2018-12-11",
            },
        ),
        (
            "Technical meeting of the IGAD Regional Consultative Process on Migration\nEntebbe, 7-8 March 2017",
            {
                "meeting:IGAD-RCP/technical/2017 endDate 2017-03-08",
                "meeting:IGAD-RCP/technical/2017 heldIn Entebbe",
                "meeting:IGAD-RCP/technical/2017 startDate 2017-03-07",
            },
        ),
        (
            "COLOMBO PROCESS SENIOR OFFICIALS MEETING OPENS IN DHAKA\n\nThe meeting, held on 5 April 2011, was attended by Nepal, India and Pakistan.",
            {
                "meeting:COLOMBO/senior-officials/2011 endDate 2011-04-05",
                "meeting:COLOMBO/senior-officials/2011 hasParticipant IN",
                "meeting:COLOMBO/senior-officials/2011 hasParticipant NP",
                "meeting:COLOMBO/senior-officials/2011 hasParticipant PK",
                "meeting:COLOMBO/senior-officials/2011 heldIn Dhaka",
                "meeting:COLOMBO/senior-officials/2011 startDate 2011-04-05",
            },
        ),
        (
            "The senior officials' meeting that preceded the Fourth Ministerial Consultation of the Colombo Process was held in Dhaka on 18 April 2011.",
            {
                "meeting:COLOMBO/senior-officials/2011 endDate 2011-04-18",
                "meeting:COLOMBO/senior-officials/2011 heldIn Dhaka",
                "meeting:COLOMBO/senior-officials/2011 startDate 2011-04-18",
            },
        ),
        (
            "The Fourth Ministerial Consultation of the Colombo Process, in Dhaka on 20 April 2011, was preceded by a Senior Officials' Meeting on 18 April.",
            {
                "edition:COLOMBO/4 endDate 2011-04-20",
                "edition:COLOMBO/4 heldIn Dhaka",
                "edition:COLOMBO/4 startDate 2011-04-20",
                "meeting:COLOMBO/senior-officials/2011 endDate 2011-04-18",
                "meeting:COLOMBO/senior-officials/2011 startDate 2011-04-18",
            },
        ),
        (
            "Experts from the countries of the Regional Conference on Migration gathered in San Salvador on 9 July 2013 for a workshop on trafficking.",
            {
                "meeting:RCM/workshop/2013 endDate 2013-07-09",
                "meeting:RCM/workshop/2013 heldIn San Salvador",
                "meeting:RCM/workshop/2013 startDate 2013-07-09",
            },
        ),
        (
            "The Regional Consultation Group on Migration of the RCM met in San Salvador on 9 July 2013.",
            {
                "meeting:RCM/technical/2013 endDate 2013-07-09",
                "meeting:RCM/technical/2013 heldIn San Salvador",
                "meeting:RCM/technical/2013 startDate 2013-07-09",
            },
        ),
        (
            "The meeting of senior officials from the Caribbean Migration Consultations took place in Nassau on 6 December 2016.",
            {
                "meeting:CMC/senior-officials/2016 endDate 2016-12-06",
                "meeting:CMC/senior-officials/2016 heldIn Nassau",
                "meeting:CMC/senior-officials/2016 startDate 2016-12-06",
            },
        ),
        (
            "The Sixth Colombo Process Ministerial Consultation was held in Kathmandu on 16 November 2018; the fifth took place in Colombo in August 2016.",
            {
                "edition:COLOMBO/5 heldIn Colombo",
                "edition:COLOMBO/6 endDate 2018-11-16",
                "edition:COLOMBO/6 heldIn Kathmandu",
                "edition:COLOMBO/6 startDate 2018-11-16",
            },
        ),
        (
            "The 12th GFMD Summit was held in Quito from 20 to 24 January 2020.",
            {
                "edition:GFMD/12 endDate 2020-01-24",
                "edition:GFMD/12 heldIn Quito",
                "edition:GFMD/12 startDate 2020-01-20",
            },
        ),
        (
            "GFMD 2017 took place in Berlin from 28 to 30 June 2017.",
            {
                "edition:GFMD/2017 endDate 2017-06-30",
                "edition:GFMD/2017 heldIn Berlin",
                "edition:GFMD/2017 startDate 2017-06-28",
            },
        ),
        (
            "GFMD SUMMIT OPENS IN MARRAKECH\n\nThe 11th GFMD Summit opened on 5 December 2018 in Marrakech.",
            {"edition:GFMD/11 heldIn Marrakesh", "edition:GFMD/11 startDate 2018-12-05"},
        ),
        (
            "The Fourth Ministerial Conference of the Bali Process (Bali, 29-30 March 2011) welcomed the idea.",
            {"edition:BALI/4 endDate 2011-03-30", "edition:BALI/4 heldIn Bali", "edition:BALI/4 startDate 2011-03-29"},
        ),
        (
            "Past Ministerial Conferences of the Prague Process: Prague (2009), Poznan (2011), Bratislava (2016).",
            {
                "edition:PRAGUE/2009 heldIn Prague",
                "edition:PRAGUE/2011 heldIn Poznań",
                "edition:PRAGUE/2016 heldIn Bratislava",
            },
        ),
        (
            "The Rabat Process held ministerial conferences in Rabat in 2006, Paris in 2008 and Dakar in 2011.",
            {"edition:RABAT/2006 heldIn Rabat", "edition:RABAT/2008 heldIn Paris", "edition:RABAT/2011 heldIn Dakar"},
        ),
        (
            "The third South American Conference on Migration was held in Quito in August 2002, and the fourth in Montevideo in November 2003.",
            {"edition:SACM/3 heldIn Quito", "edition:SACM/4 heldIn Montevideo"},
        ),
        (
            "After Quito in 2002 and Montevideo in 2003, the Fifth South American Conference on Migration met in La Paz in November 2004.",
            {"edition:SACM/2002 heldIn Quito", "edition:SACM/2003 heldIn Montevideo", "edition:SACM/5 heldIn La Paz"},
        ),
        (
            "The next South American Conference on Migration will be held in Montevideo in 2003.",
            {"edition:SACM/2003 heldIn Montevideo"},
        ),
        (
            "The South American Conference on Migration met in Quito on 15 August 2002. The next meeting will be held in Montevideo in 2003.",
            {
                "edition:SACM/2002 endDate 2002-08-15",
                "edition:SACM/2002 heldIn Quito",
                "edition:SACM/2002 startDate 2002-08-15",
                "edition:SACM/2003 heldIn Montevideo",
            },
        ),
        (
            "The Ninth South American Conference on Migration was held in Quito on 21 September 2009. The tenth conference will be hosted by Bolivia in 2010.",
            {
                "edition:SACM/10 hasHost BO",
                "edition:SACM/9 endDate 2009-09-21",
                "edition:SACM/9 heldIn Quito",
                "edition:SACM/9 startDate 2009-09-21",
            },
        ),
        (
            "Peru hands the chair of the South American Conference on Migration to Bolivia.",
            {"forum:SACM hasChair BO", "forum:SACM hasChair PE"},
        ),
        (
            "The Buenos Aires edition of the South American Conference on Migration took place in May 2000.",
            {"edition:SACM/2000 heldIn Buenos Aires"},
        ),
        (
            "The Quito Process held its eighth meeting, hosted by Brazil, in Brasilia on 5 July 2022.",
            {
                "edition:QUITO/8 endDate 2022-07-05",
                "edition:QUITO/8 hasHost BR",
                "edition:QUITO/8 heldIn Brasília",
                "edition:QUITO/8 startDate 2022-07-05",
            },
        ),
        (
            "Brazil hosted the VIII meeting of the Quito Process in Brasilia.",
            {"edition:QUITO/8 hasHost BR", "edition:QUITO/8 heldIn Brasília"},
        ),
        (
            "The VII Plenary of the Quito Process ended in Santiago on 25 November 2021.",
            {"edition:QUITO/7 endDate 2021-11-25", "edition:QUITO/7 heldIn Santiago"},
        ),
        (
            "XX REGIONAL CONFERENCE ON MIGRATION (RCM), MEXICO CITY, 4 NOVEMBER 2015",
            {
                "edition:RCM/20 endDate 2015-11-04",
                "edition:RCM/20 heldIn Mexico City",
                "edition:RCM/20 startDate 2015-11-04",
            },
        ),
        (
            "Mexico City, Mexico, was the seat of the XX Regional Conference on Migration on 4 November 2015.",
            {
                "edition:RCM/20 endDate 2015-11-04",
                "edition:RCM/20 heldIn Mexico City",
                "edition:RCM/20 startDate 2015-11-04",
            },
        ),
        (
            "The XX RCM took place in Mexico City. The XIX RCM had been held in Managua in 2014.",
            {"edition:RCM/19 heldIn Managua", "edition:RCM/20 heldIn Mexico City"},
        ),
        (
            "The Regional Conference on Migration celebrates its 20th meeting in Mexico City on 4 November 2015.",
            {
                "edition:RCM/20 endDate 2015-11-04",
                "edition:RCM/20 heldIn Mexico City",
                "edition:RCM/20 startDate 2015-11-04",
            },
        ),
        (
            "The 2nd IGAD Regional Consultative Process meeting was held in Addis Ababa on 12 February 2010.",
            {
                "edition:IGAD-RCP/2 endDate 2010-02-12",
                "edition:IGAD-RCP/2 heldIn Addis Ababa",
                "edition:IGAD-RCP/2 startDate 2010-02-12",
            },
        ),
        (
            "1998: the Third Regional Conference on Migration is held in Ottawa.\n1999: the Fourth Regional Conference on Migration is held in San Salvador.",
            {"edition:RCM/3 heldIn Ottawa", "edition:RCM/4 heldIn San Salvador"},
        ),
        (
            "The Abu Dhabi Dialogue's Fourth Ministerial Consultation, which took place in Kuwait City in November 2014, followed the third, held in Kuwait in 2013.",
            {"edition:ADD/4 heldIn Kuwait City"},
        ),
        (
            "The Sixth Budapest Process Ministerial Conference, Istanbul, 19-20 February 2019",
            {
                "edition:BUDAPEST/6 endDate 2019-02-20",
                "edition:BUDAPEST/6 heldIn Istanbul",
                "edition:BUDAPEST/6 startDate 2019-02-19",
            },
        ),
        (
            "Turkey's 2019 conference of the Budapest Process adopted the Istanbul Commitments.",
            {"edition:BUDAPEST/2019 adopted Istanbul Commitments"},
        ),
        (
            "The Global Forum on Migration and Development has travelled from Brussels (2007) and Manila (2008) to Athens (2009).",
            {"edition:GFMD/2007 heldIn Brussels", "edition:GFMD/2008 heldIn Manila", "edition:GFMD/2009 heldIn Athens"},
        ),
        (
            "France and Senegal will chair the 14th GFMD.",
            {"edition:GFMD/14 hasChair FR", "edition:GFMD/14 hasChair SN"},
        ),
        (
            "The Eighth Meeting of the Global Forum on Migration and Development (8th GFMD) was held in Istanbul, Turkey, from 14 to 16 October 2015.",
            {
                "edition:GFMD/8 endDate 2015-10-16",
                "edition:GFMD/8 heldIn Istanbul",
                "edition:GFMD/8 startDate 2015-10-14",
            },
        ),
        (
            "The 7th Bali Process Ministerial Conference: Nusa Dua, 7 August 2018",
            {
                "edition:BALI/7 endDate 2018-08-07",
                "edition:BALI/7 heldIn Nusa Dua",
                "edition:BALI/7 startDate 2018-08-07",
            },
        ),
        (
            '"Seventh Ministerial Conference of the Bali Process", Nusa Dua, 7 August 2018',
            {
                "edition:BALI/7 endDate 2018-08-07",
                "edition:BALI/7 heldIn Nusa Dua",
                "edition:BALI/7 startDate 2018-08-07",
            },
        ),
        (
            "The conclusions of the Khartoum Process ministerial conference held in Rome on 28 November 2014 were published.",
            {
                "edition:KHARTOUM/2014 endDate 2014-11-28",
                "edition:KHARTOUM/2014 heldIn Rome",
                "edition:KHARTOUM/2014 startDate 2014-11-28",
            },
        ),
        (
            "MIDWA met in Dakar in October 2001, and again in Abuja in 2004.",
            {"edition:MIDWA/2001 heldIn Dakar", "edition:MIDWA/2004 heldIn Abuja"},
        ),
        (
            "The Third Colombo Process meeting was held in Bali on Tuesday 5 to Thursday 7 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from 5th to 7th May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali, 5th-7th May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on May 5-7, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on May 5, 6 and 7, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 5, 6 and 7 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from 29 April until 2 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-02",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-04-29",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from April 29 to May 2, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-02",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-04-29",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali between 29 April and 2 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-02",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-04-29",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 15/5/2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-15",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-15",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 15.05.2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-15",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-15",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 2009-05-15.",
            {
                "edition:COLOMBO/3 endDate 2009-05-15",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-15",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on the 5th and 6th of May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-06",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on the 5th of May, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-05",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on Tuesday, May 5, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-05",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on Tuesday (5 May 2009).",
            {
                "edition:COLOMBO/3 endDate 2009-05-05",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from Tuesday, 5 May, to Thursday, 7 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from Tuesday 5 May through Thursday 7 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali (5 - 7 May 2009).",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 5 & 6 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-06",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on May 5th and 6th, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-06",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 5 May and 6 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-06",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 5–7 May, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        ("The Third Colombo Process meeting was held in Bali in early May 2009.", {"edition:COLOMBO/3 heldIn Bali"}),
        (
            "The Third Colombo Process meeting was held in Bali in the first week of May 2009.",
            {"edition:COLOMBO/3 heldIn Bali"},
        ),
        (
            "The Third Colombo Process meeting will run from 5 to 7 May 2009 in Bali.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting opens in Bali on 5 May 2009 and closes on 7 May.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting started in Bali on 5 May 2009 and ended two days later.",
            {"edition:COLOMBO/3 heldIn Bali", "edition:COLOMBO/3 startDate 2009-05-05"},
        ),
        (
            "The Third Colombo Process meeting, scheduled for 5-7 May 2009 in Bali, will discuss remittances.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "On 5-7 May 2009, Bali hosted the Third Colombo Process meeting.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "From May 5 through May 7, 2009, the Third Colombo Process meeting was held in Bali.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "BALI, May 5, 2009 - The Third Colombo Process meeting opened today in Bali.",
            {"edition:COLOMBO/3 heldIn Bali", "edition:COLOMBO/3 startDate 2009-05-05"},
        ),
        (
            "BALI, 7 May 2009 (IOM) - The Third Colombo Process meeting, which began on Tuesday, ended here today.",
            {"edition:COLOMBO/3 endDate 2009-05-07"},
        ),
        ("The Third Colombo Process meeting was held in Bali in May of 2009.", {"edition:COLOMBO/3 heldIn Bali"}),
        (
            "The Third Colombo Process meeting was held in Bali on 5-7 May of 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on the 5th, 6th and 7th May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 31 May - 2 June 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-06-02",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-31",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali from 30 December 2008 to 2 January 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-01-02",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2008-12-30",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali during 5-7 May 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The three-day Third Colombo Process meeting began in Bali on 5 May 2009.",
            {"edition:COLOMBO/3 heldIn Bali", "edition:COLOMBO/3 startDate 2009-05-05"},
        ),
        (
            "Third Colombo Process meeting\nDate: 5 to 7 May 2009\nVenue: Bali, Indonesia",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "Third Colombo Process meeting\nTuesday, 5 May 2009 - Thursday, 7 May 2009\nBali, Indonesia",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "Third Colombo Process meeting, Bali, Indonesia, 5-7.5.2009",
            {
                "edition:COLOMBO/3 endDate 2009-05-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on Sept. 5-7, 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-09-07",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-09-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on 5-Sep-2009.",
            {
                "edition:COLOMBO/3 endDate 2009-09-05",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-09-05",
            },
        ),
        (
            "The Third Colombo Process meeting was held in Bali on May 5 and 6 of 2009.",
            {
                "edition:COLOMBO/3 endDate 2009-05-06",
                "edition:COLOMBO/3 heldIn Bali",
                "edition:COLOMBO/3 startDate 2009-05-05",
            },
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was hosted by Bangladesh.",
            {"edition:COLOMBO/4 hasHost BD"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation, which Bangladesh hosted, ended on 21 April 2011.",
            {"edition:COLOMBO/4 endDate 2011-04-21", "edition:COLOMBO/4 hasHost BD"},
        ),
        (
            "Bangladesh played host to the Fourth Colombo Process Ministerial Consultation.",
            {"edition:COLOMBO/4 hasHost BD"},
        ),
        (
            "The host of the Fourth Colombo Process Ministerial Consultation was Bangladesh.",
            {"edition:COLOMBO/4 hasHost BD"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation, with Bangladesh as host, discussed recruitment.",
            {"edition:COLOMBO/4 hasHost BD"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was organised by Bangladesh with the support of IOM.",
            {"edition:COLOMBO/4 hasHost BD", "edition:COLOMBO/4 hasSupporter org:IOM"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was made possible by funding from Switzerland.",
            {"edition:COLOMBO/4 hasSupporter CH"},
        ),
        (
            "Switzerland and IOM provided support to the Fourth Colombo Process Ministerial Consultation.",
            {"edition:COLOMBO/4 hasSupporter CH", "edition:COLOMBO/4 hasSupporter org:IOM"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation received financial support from Switzerland.",
            {"edition:COLOMBO/4 hasSupporter CH"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation, financed by Switzerland, ended on 21 April 2011.",
            {"edition:COLOMBO/4 endDate 2011-04-21", "edition:COLOMBO/4 hasSupporter CH"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was chaired by Bangladesh.",
            {"edition:COLOMBO/4 hasChair BD"},
        ),
        ("Bangladesh chaired the Fourth Colombo Process Ministerial Consultation.", {"edition:COLOMBO/4 hasChair BD"}),
        (
            "The Fourth Colombo Process Ministerial Consultation was held under the chairmanship of Bangladesh.",
            {"edition:COLOMBO/4 hasChair BD"},
        ),
        (
            "Bangladesh presided over the Fourth Colombo Process Ministerial Consultation.",
            {"edition:COLOMBO/4 hasChair BD"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was attended by India, Nepal and Viet Nam.",
            {
                "edition:COLOMBO/4 hasParticipant IN",
                "edition:COLOMBO/4 hasParticipant NP",
                "edition:COLOMBO/4 hasParticipant VN",
            },
        ),
        (
            "India, Nepal and Viet Nam took part in the Fourth Colombo Process Ministerial Consultation.",
            {
                "edition:COLOMBO/4 hasParticipant IN",
                "edition:COLOMBO/4 hasParticipant NP",
                "edition:COLOMBO/4 hasParticipant VN",
            },
        ),
        (
            "Among those taking part in the Fourth Colombo Process Ministerial Consultation were India, Nepal and Viet Nam.",
            {
                "edition:COLOMBO/4 hasParticipant IN",
                "edition:COLOMBO/4 hasParticipant NP",
                "edition:COLOMBO/4 hasParticipant VN",
            },
        ),
        (
            "Delegations from India, Nepal and Viet Nam came to the Fourth Colombo Process Ministerial Consultation.",
            {
                "edition:COLOMBO/4 hasParticipant IN",
                "edition:COLOMBO/4 hasParticipant NP",
                "edition:COLOMBO/4 hasParticipant VN",
            },
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation adopted the Dhaka Declaration.",
            {"edition:COLOMBO/4 adopted Dhaka Declaration"},
        ),
        (
            "The Dhaka Declaration was adopted at the Fourth Colombo Process Ministerial Consultation.",
            {"edition:COLOMBO/4 adopted Dhaka Declaration"},
        ),
        (
            "Ministers at the Fourth Colombo Process Ministerial Consultation signed the Dhaka Declaration.",
            {"edition:COLOMBO/4 adopted Dhaka Declaration"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation closed with the adoption of the Dhaka Declaration.",
            {"edition:COLOMBO/4 adopted Dhaka Declaration"},
        ),
        (
            "The outcome of the Fourth Colombo Process Ministerial Consultation was the Dhaka Declaration.",
            {"edition:COLOMBO/4 adopted Dhaka Declaration"},
        ),
        (
            'The Fourth Colombo Process Ministerial Consultation was held under the theme "Migration with Dignity".',
            {"edition:COLOMBO/4 hasTheme Migration with Dignity"},
        ),
        (
            '"Migration with Dignity" was the theme of the Fourth Colombo Process Ministerial Consultation.',
            {"edition:COLOMBO/4 hasTheme Migration with Dignity"},
        ),
        (
            'With "Migration with Dignity" as its theme, the Fourth Colombo Process Ministerial Consultation opened in Dhaka.',
            {"edition:COLOMBO/4 hasTheme Migration with Dignity", "edition:COLOMBO/4 heldIn Dhaka"},
        ),
        (
            "The Fourth Colombo Process Ministerial Consultation was opened by Karim Hossain, Minister of Labour of Bangladesh.",
            {"edition:COLOMBO/4 hasSpeaker person:Karim Hossain"},
        ),
        (
            "Karim Hossain, Minister of Labour of Bangladesh, addressed the Fourth Colombo Process Ministerial Consultation.",
            {"edition:COLOMBO/4 hasSpeaker person:Karim Hossain"},
        ),
        (
            "Opening the Fourth Colombo Process Ministerial Consultation, Minister Karim Hossain spoke of recruitment.",
            {"edition:COLOMBO/4 hasSpeaker person:Karim Hossain"},
        ),
        (
            "The keynote speaker at the Fourth Colombo Process Ministerial Consultation was Minister Karim Hossain.",
            {"edition:COLOMBO/4 hasSpeaker person:Karim Hossain"},
        ),
        ("The Colombo Process was set up in 2003.", {"forum:COLOMBO established 2003"}),
        ("Set up in 2003, the Colombo Process has eleven members.", {"forum:COLOMBO established 2003"}),
        ("The Colombo Process dates back to 2003.", {"forum:COLOMBO established 2003"}),
        ("The year 2003 saw the birth of the Colombo Process.", {"forum:COLOMBO established 2003"}),
        (
            "The Colombo Process, whose secretariat is IOM, has eleven members.",
            {"forum:COLOMBO hasSecretariat org:IOM"},
        ),
        (
            "The members of the Colombo Process are India, Nepal and Viet Nam.",
            {"forum:COLOMBO hasMember IN", "forum:COLOMBO hasMember NP", "forum:COLOMBO hasMember VN"},
        ),
        (
            "India, Nepal and Viet Nam are members of the Colombo Process.",
            {"forum:COLOMBO hasMember IN", "forum:COLOMBO hasMember NP", "forum:COLOMBO hasMember VN"},
        ),
        (
            "India, Nepal and Viet Nam belong to the Colombo Process.",
            {"forum:COLOMBO hasMember IN", "forum:COLOMBO hasMember NP", "forum:COLOMBO hasMember VN"},
        ),
    ],
)
def test_what_a_wording_tells_is_read(text: str, wanted: set[str]) -> None:
    reading = extract.read(Article(id="test", lang="en", text=text, sha256=""), shipped.whole())
    told = {f"{c.subject} {c.predicate} {c.object}" for c in reading.claims if c.predicate in KINDS}
    assert told >= wanted
    assert {line.split()[0] for line in told} == {line.split()[0] for line in wanted}
