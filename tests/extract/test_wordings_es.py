"""Spanish and Portuguese wordings of one fact each: what must be read, and that nothing else about meetings is.

A line tells the meetings or forums with what is said of them, then the text; a slash parts its lines.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests import shipped

from migkg.extract import read
from migkg.model import Article

_IMPLIED = frozenset({"heldInCountry", "year", "endDate", "ordinal"})
"""What follows from the rest, or is told by the key."""
_ABOUT = ("edition", "meeting", "event", "forum")

_SPANISH = """
meeting:SACM/senior-officials/4, heldIn Lima, startDate 2014-05-05, endDate 2014-05-06 <- La Cuarta Reunión de Altos Funcionarios de la Conferencia Suramericana sobre Migraciones se celebró en Lima los días 5 y 6 de mayo de 2014.
meeting:RCM/technical/2015, heldIn Managua, startDate 2015-06-11 <- El Grupo Regional de Consulta sobre Migración de la CRM se reunió en Managua el 11 de junio de 2015.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05 <- La reunión preparatoria de la Conferencia Suramericana sobre Migraciones tuvo lugar en Lima el 5 de mayo de 2014.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05; edition:SACM/14 <- En Lima se realizó el 5 de mayo de 2014 una reunión preparatoria de la XIV Conferencia Suramericana sobre Migraciones.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05; edition:SACM/14 <- Delegados de doce países se reunieron el 5 de mayo de 2014 en Lima, en una reunión preparatoria con miras a la XIV Conferencia Suramericana sobre Migraciones, que se realizará en octubre.
meeting:SACM/intersessional/2014, heldIn Lima, startDate 2014-05-05, endDate 2014-05-06 <- La reunión intersesional de la CSM se celebró en Lima, Perú, los días 5 y 6 de mayo de 2014.
meeting:SACM/intersessional/2014, heldIn Lima, startDate 2014-05-05, hasSpeaker person:Ana Quispe <- Reunión Intersesional de la Conferencia Suramericana sobre Migraciones / Lima, 5 de mayo de 2014. La reunión fue inaugurada por la viceministra Ana Quispe.
meeting:RCM/workshop/2015, heldIn San José, startDate 2015-03-10, endDate 2015-03-12 <- El taller sobre retorno de migrantes de la Conferencia Regional sobre Migración se desarrolló en San José del 10 al 12 de marzo de 2015.
meeting:RCM/workshop/2015, heldIn San José, startDate 2015-03-10, endDate 2015-03-12 <- San José acogió del 10 al 12 de marzo de 2015 el Taller sobre Documentación de Niños Migrantes, organizado en el marco de la Conferencia Regional sobre Migración (CRM).
meeting:RCM/workshop/2015, heldIn San José, startDate 2015-03-10, hasHost CR, hasSupporter org:IOM <- El Gobierno de Costa Rica organizó en San José, el 10 de marzo de 2015, un taller de la Conferencia Regional sobre Migración con el apoyo de la OIM.
meeting:QUITO/technical/2021, heldIn Bogotá, startDate 2021-04-20 <- El grupo de trabajo sobre regularización del Proceso de Quito sesionó en Bogotá el 20 de abril de 2021.
meeting:GFMD/preparatory/2, heldIn Geneva, startDate 2015-05-05 <- La segunda reunión preparatoria del Foro Mundial sobre Migración y Desarrollo tuvo lugar en Ginebra el 5 de mayo de 2015.
meeting:GFMD/preparatory/2, heldIn Geneva, startDate 2015-05-05 <- La segunda reunión preparatoria del VIII Foro Mundial sobre Migración y Desarrollo tuvo lugar en Ginebra el 5 de mayo de 2015.
edition:RCM/20, heldIn Managua, startDate 2015-06-11 <- La XX Reunión Viceministerial de la CRM se celebró en Managua el 11 de junio de 2015.
meeting:RCM/technical/2015, heldIn Managua, startDate 2015-06-10; edition:RCM/20 <- Previo a la XX CRM, el Grupo Regional de Consulta sobre Migración se reunió en Managua el 10 de junio de 2015.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05, hasParticipant CL, hasParticipant PE; edition:SACM/14 <- En preparación de la XIV CSM, se celebró en Lima una reunión preparatoria el 5 de mayo de 2014. Participaron Chile y Perú.
meeting:SACM/senior-officials/2014, heldIn Lima, startDate 2014-05-05 <- Altos funcionarios de la CSM se reunieron en Lima el 5 de mayo de 2014.
meeting:SACM/senior-officials/2014, heldIn Lima, startDate 2014-05-05 <- La reunión de altos funcionarios de la CSM de 2014 se celebró en Lima el 5 de mayo.
meeting:SACM/technical/2014, heldIn Lima, startDate 2014-05-05 <- La reunión de expertos de la Conferencia Suramericana sobre Migraciones se reunió en Lima el 5 de mayo de 2014.
meeting:SACM/technical/2, heldIn Lima, startDate 2014-05-05 <- La II Reunión Técnica de la Conferencia Suramericana sobre Migraciones concluyó en Lima. Se celebró el 5 de mayo de 2014.
meeting:SACM/preparatory/1, heldIn Lima, startDate 2014-05-05 <- I Reunión Preparatoria de la XIV Conferencia Suramericana sobre Migraciones (Lima, 5 de mayo de 2014)
meeting:FIBEMYD/preparatory/2010, heldIn San Salvador, startDate 2010-02-04 <- Una reunión preparatoria del Foro Iberoamericano sobre Migración y Desarrollo (FIBEMYD) se efectuó en San Salvador el 4 de febrero de 2010.
meeting:RCM/senior-officials/2015, heldIn Managua, startDate 2015-06-11, hasHost NI <- Nicaragua fue anfitriona de la reunión de altos funcionarios de la CRM, celebrada en Managua el 11 de junio de 2015.
meeting:RCM/workshop/2, heldIn Tegucigalpa, startDate 2012-03-10 <- El Segundo Taller Regional de la CRM sobre Trabajadores Migrantes tuvo lugar en Tegucigalpa el 10 de marzo de 2012.
meeting:RCM/workshop/2012, heldIn Tegucigalpa, startDate 2012-03-10 <- Funcionarios consulares de la CRM se capacitan en Tegucigalpa / El taller de la Conferencia Regional sobre Migración tuvo lugar el 10 de marzo de 2012 en Tegucigalpa.
meeting:QUITO/preparatory/2019, heldIn Quito, startDate 2019-02-05 <- Con miras a la IV Reunión del Proceso de Quito, los equipos técnicos celebraron una reunión preparatoria en Quito el 5 de febrero de 2019.
edition:SACM/18, heldIn Sucre, startDate 2018-11-22, endDate 2018-11-23 <- La XVIII CSM se celebró en Sucre el 22 y 23 de noviembre de 2018.
edition:SACM/2018, heldIn Sucre, startDate 2018-11-22 <- La CSM 2018 se celebró en Sucre el 22 de noviembre.
edition:SACM/2018, heldIn Sucre, startDate 2018-11-22 <- CSM 2018 / Sucre, 22 de noviembre de 2018.
edition:SACM/2018, heldIn Sucre, startDate 2018-11-22, endDate 2018-11-23 <- La Conferencia Suramericana sobre Migraciones (CSM) de 2018 tuvo como sede Sucre los días 22 y 23 de noviembre.
edition:SACM/18, heldIn Sucre, startDate 2018-11-22 <- XVIII CONFERENCIA SURAMERICANA SOBRE MIGRACIONES SE REALIZO EN SUCRE / La reunión tuvo lugar el 22 de noviembre de 2018.
edition:SACM/18, heldIn Sucre; edition:SACM/19, heldIn Montevideo <- La XVIII Conferencia Suramericana sobre Migraciones tuvo lugar en Sucre y la XIX se realizará en Montevideo.
edition:SACM/1, heldIn Lima, year 1999; edition:SACM/2, heldIn Buenos Aires, year 2000; edition:SACM/3, heldIn Santiago, year 2001 <- Las conferencias anteriores de la CSM fueron: I CSM (Lima, 1999); II CSM (Buenos Aires, 2000); III CSM (Santiago, 2001).
edition:RCM/21, heldIn San Pedro Sula, startDate 2016-11-15 <- La XXI CRM se llevó a cabo en San Pedro Sula, Honduras, el 15 de noviembre de 2016.
edition:RCM/21, heldIn San Pedro Sula, startDate 2016-11-15 <- XXI REUNION DE LA CONFERENCIA REGIONAL SOBRE MIGRACION (CRM) / San Pedro Sula, 15 de noviembre de 2016
edition:RCM/21, heldIn San Pedro Sula, startDate 2016-11-15 <- Honduras: concluye XXI Conferencia Regional sobre Migración / SAN PEDRO SULA. La cita se celebró el 15 de noviembre de 2016 en San Pedro Sula.
edition:RCM/21, heldIn San Pedro Sula, startDate 2016-11-15 <- La XXI edición del Proceso de Puebla se inauguró en San Pedro Sula el 15 de noviembre de 2016.
edition:QUITO/5, heldIn Bogotá, startDate 2019-11-14, endDate 2019-11-15 <- La Quinta Reunión Técnica Internacional sobre Movilidad Humana de Ciudadanos Venezolanos en la Región (Proceso de Quito) se celebró en Bogotá el 14 y 15 de noviembre de 2019.
edition:QUITO/7, heldIn Santiago, startDate 2021-06-30 <- La VII Ronda del Proceso de Quito tuvo lugar en Santiago el 30 de junio de 2021.
edition:QUITO/x, heldIn Santiago <- El Capítulo Santiago del Proceso de Quito se celebró en Santiago.
edition:QUITO/4, heldIn Buenos Aires, startDate 2019-07-04, endDate 2019-07-05 <- El Proceso de Quito celebró su cuarta reunión, el Capítulo Buenos Aires, los días 4 y 5 de julio de 2019 en Buenos Aires.
edition:GFMD/2010, heldIn Puerto Vallarta, hasHost MX <- El FMMD 2010 se celebró en Puerto Vallarta y México fue su anfitrión.
edition:GFMD/4, heldIn Puerto Vallarta, startDate 2010-11-08, endDate 2010-11-11 <- El IV Foro Mundial sobre Migración y Desarrollo (FMMD) se celebró en Puerto Vallarta, México, del 8 al 11 de noviembre de 2010.
edition:GFMD/4, heldIn Puerto Vallarta, startDate 2010-11-08 <- La cuarta cumbre del FMMD abrió sus puertas en Puerto Vallarta el 8 de noviembre de 2010.
edition:IOM-COUNCIL/108, heldIn Geneva, startDate 2017-11-28 <- La 108.ª reunión del Consejo de la OIM se celebró en Ginebra el 28 de noviembre de 2017.
edition:IOM-COUNCIL/108, heldIn Geneva, startDate 2017-11-28 <- El Consejo de la OIM celebró su 108º período de sesiones en Ginebra el 28 de noviembre de 2017.
edition:FIBEMYD/2, heldIn San Salvador, startDate 2010-07-22, endDate 2010-07-23 <- El II Foro Iberoamericano sobre Migración y Desarrollo (FIBEMYD) se celebró en San Salvador los días 22 y 23 de julio de 2010.
edition:FIBEMYD/2, heldIn San Salvador <- El segundo FIBEMYD tuvo por sede San Salvador.
edition:SACM/9, heldIn Quito, startDate 2009-09-21 <- Quito, sede de la IX Conferencia Suramericana sobre Migraciones / El encuentro comenzó el 21 de septiembre de 2009.
edition:SACM/9, heldIn Quito, startDate 2009-09-21, adopted Declaración de Quito <- La Novena Conferencia Suramericana sobre Migraciones, reunida en Quito el 21 de septiembre de 2009, aprobó la Declaración de Quito.
edition:SACM/9, adopted Declaración de Quito <- Declaración de Quito / Los países participantes en la IX CSM aprobaron la Declaración de Quito.
edition:SACM/10, heldIn Cochabamba; edition:SACM/11, heldIn Brasília <- Tras la X CSM, celebrada en Cochabamba, la próxima reunión, la XI, será en Brasilia.
edition:SACM/11, heldIn Brasília; edition:SACM/10, heldIn Cochabamba <- La XI Conferencia Suramericana sobre Migraciones se realiza en Brasilia. La anterior, la X, se había celebrado en Cochabamba.
edition:SACM/x, heldIn Lima, adopted Declaración de Lima <- La reunión de Lima de la Conferencia Suramericana sobre Migraciones aprobó la Declaración de Lima.
edition:SACM/10, heldIn Cochabamba, year 2010 <- 2010: X Conferencia Suramericana sobre Migraciones, Cochabamba (Bolivia).
edition:MERCOSUR-FEM/40, heldIn Brasília, startDate 2015-06-15 <- La XL Reunión del Foro Especializado Migratorio del MERCOSUR se celebró en Brasilia el 15 de junio de 2015.
meeting:SACM/senior-officials/2014, heldIn Lima, startDate 2014-05-05, hasSpeaker person:Ana Quispe <- Reunión de Altos Funcionarios de la CSM / Lima, 5 de mayo de 2014 / La ministra Ana Quispe inauguró el encuentro.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05, endDate 2014-05-06; edition:SACM/14, heldIn Sucre <- La reunión preparatoria, celebrada en Lima el 5 y 6 de mayo de 2014, sentó las bases de la XIV Conferencia Suramericana sobre Migraciones, que se realizará en Sucre.
meeting:SACM/intersessional/2014, heldIn Lima, startDate 2014-05-05 <- Lima acogió el 5 de mayo de 2014 la reunión intersesional de la Conferencia Suramericana sobre Migraciones.
meeting:SACM/intersessional/2014, heldIn Lima, startDate 2014-05-05 <- Se realizó en Lima, el 5 de mayo de 2014, la Reunión Intersesional de la CSM.
meeting:SACM/intersessional/2, heldIn Lima, startDate 2014-05-05 <- La CSM celebró su segunda reunión intersesional en Lima el 5 de mayo de 2014.
meeting:SACM/intersessional/2014, heldIn Lima, startDate 2014-05-05 <- La Conferencia Suramericana sobre Migraciones celebró una reunión intersesional en Lima el 5 de mayo de 2014.
meeting:RCM/workshop/2015, heldIn Managua, startDate 2015-03-10 <- El seminario sobre trata de personas de la CRM se celebró en Managua el 10 de marzo de 2015.
meeting:RCM/workshop/2015, heldIn Managua, startDate 2015-03-10 <- En Managua se inauguró el 10 de marzo de 2015 el Taller Regional sobre Protección Consular de la Conferencia Regional sobre Migración.
meeting:RCM/workshop/2015, heldIn Managua, startDate 2015-03-10 <- La Conferencia Regional sobre Migración (CRM) realizó el 10 de marzo de 2015 en Managua un taller sobre protección consular.
meeting:RCM/workshop/2015, heldIn Managua, startDate 2015-03-10 <- Países de la CRM participan en taller sobre trata / El taller se celebró en Managua el 10 de marzo de 2015.
meeting:RCM/technical/2015, heldIn Managua, startDate 2015-03-10 <- El Grupo Regional de Consulta sobre Migración (GRCM) de la Conferencia Regional sobre Migración (CRM) celebró su reunión en Managua el 10 de marzo de 2015.
meeting:FIBEMYD/preparatory/2, heldIn Quito, startDate 2010-05-20 <- La II Reunión Preparatoria del II FIBEMYD tuvo lugar en Quito el 20 de mayo de 2010.
meeting:SACM/technical/2014, heldIn Lima, startDate 2014-05-05 <- El grupo de trabajo técnico de la CSM se reunió en Lima el 5 de mayo de 2014.
meeting:SACM/senior-officials/2014, heldIn Lima, startDate 2014-05-05; edition:SACM/14, startDate 2014-05-06 <- La XIV CSM comenzó el 6 de mayo de 2014. La víspera, el 5 de mayo de 2014, se celebró en Lima la reunión de altos funcionarios.
meeting:QUITO/workshop/2021, heldIn Lima, startDate 2021-04-20 <- El taller regional del Proceso de Quito sobre inserción laboral fue realizado en Lima el 20 de abril de 2021.
meeting:QUITO/workshop/2021, heldIn Lima, startDate 2021-04-20 <- Taller sobre inserción laboral del Proceso de Quito (Lima, 20 de abril de 2021)
meeting:SACM/workshop/2021, heldIn Lima, startDate 2021-04-20 <- Un seminario de la Conferencia Suramericana sobre Migraciones dedicado al cambio climático tuvo lugar en Lima el 20 de abril de 2021.
meeting:RCM/workshop/2021, heldIn Lima, startDate 2021-04-20 <- Funcionarios de once países asistieron en Lima, el 20 de abril de 2021, al taller sobre datos migratorios organizado por la Conferencia Regional sobre Migración.
meeting:MERCOSUR-FEM/technical/2021, heldIn Lima, startDate 2021-04-20 <- La reunión de expertos del Foro Especializado Migratorio del MERCOSUR se celebró en Lima el 20 de abril de 2021.
edition:IOM-COUNCIL/108, heldIn Geneva, startDate 2017-11-28 <- La 108 reunión del Consejo de la OIM se celebró en Ginebra el 28 de noviembre de 2017.
edition:IOM-COUNCIL/108, heldIn Geneva, startDate 2017-11-28 <- La centésima octava reunión del Consejo de la OIM se abrió en Ginebra el 28 de noviembre de 2017.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La Conferencia Suramericana sobre Migraciones celebró su decimocuarta edición en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La Conferencia Suramericana sobre Migraciones (XIV CSM) se celebró en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- Se inauguró en Lima, el 16 de octubre de 2014, la 14.ª Conferencia Suramericana sobre Migraciones (CSM).
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- Lima será, el 16 de octubre de 2014, la sede de la decimocuarta Conferencia Suramericana sobre Migraciones.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- Este encuentro, el decimocuarto de la Conferencia Suramericana sobre Migraciones, se celebró en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- CSM XIV / Lima, 16 de octubre de 2014
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La CSM-XIV se celebró en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- XIV Conferencia Suramericana sobre Migraciones - Lima, Perú - 16 de octubre de 2014
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La decimocuarta cita de la CSM reunió en Lima, el 16 de octubre de 2014, a delegados de la región.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La décimo cuarta Conferencia Suramericana de Migraciones se desarrolló en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La 14va Conferencia Suramericana sobre Migraciones se desarrolló en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La Conferencia Suramericana sobre Migraciones, que este año llega a su decimocuarta edición, se celebró en Lima el 16 de octubre de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- La conferencia número 14 de la CSM se celebró en Lima el 16 de octubre de 2014.
edition:SACM/19, startDate 2019-05-07, endDate 2019-05-09 <- La XIX CSM se celebró del martes 7 al jueves 9 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró los días 5, 6 y 7 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró el 5 y el 6 de mayo de 2019.
edition:SACM/19, startDate 2019-05-01, endDate 2019-05-02 <- La XIX CSM se celebró el 1.º y 2 de mayo de 2019.
edition:SACM/19, startDate 2019-05-01, endDate 2019-05-02 <- La XIX CSM se celebró el 1º y 2 de mayo de 2019.
edition:SACM/19, startDate 2019-04-29, endDate 2019-05-02 <- La XIX CSM se celebró del 29 de abril al 2 de mayo de 2019.
edition:SACM/19, startDate 2019-04-29, endDate 2019-05-02 <- La XIX CSM se celebró entre el 29 de abril y el 2 de mayo del 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró 5-7 de mayo del 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07, heldIn Lima <- XIX CSM, Lima, 5-7 de mayo del 2019. La XIX CSM se celebró en esas fechas.
edition:SACM/19, startDate --05-05, endDate --05-05 <- La XIX CSM se celebró el pasado 5 de mayo.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-05 <- La XIX CSM se celebró el domingo, 5 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-05 <- La XIX CSM se celebró en mayo 5 de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró de mayo 5 a 7 de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró desde el 5 hasta el 7 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró los próximos 5, 6 y 7 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró durante los días 5 y 6 del mes de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró el 05 y 06 de mayo del año 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06, heldIn Lima <- La XIX CSM se celebró en Lima (5 y 6 de mayo de 2019).
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06, heldIn Lima <- La XIX CSM se celebró en Lima (5-6/05/2019).
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-05 <- La XIX CSM se celebró el 05/05/2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-05 <- La XIX CSM se celebró el 5.5.2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-05 <- La XIX CSM se celebró el 5 mayo 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró del 5 al 7 mayo 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró del 5 a 7 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró del 5 – 7 de mayo, 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró del 5 de mayo al 7 de mayo de 2019.
edition:SACM/19, startDate 2018-12-30, endDate 2019-01-02 <- La XIX CSM se celebró del 30 de diciembre de 2018 al 2 de enero de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- Del 5 al 7 de mayo de 2019 se celebra la XIX CSM.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró los días lunes 5 y martes 6 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró este lunes 5 y martes 6 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05 <- La XIX CSM comenzó este 5 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM arrancó el 5 de mayo de 2019 y finalizó un día después, el 6 de mayo de 2019.
edition:SACM/19, year 2019 <- La XIX CSM se celebró a principios de mayo de 2019.
edition:SACM/19, year 2019 <- La XIX CSM se celebró en mayo del 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró los días 5 al 7 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró el 5 y 6 de mayo/2019.
edition:SACM/19, startDate 2019-09-05, endDate 2019-09-05 <- La XIX CSM se celebró el 5 de setiembre de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-07 <- La XIX CSM se celebró los días 5, 6, y 7 de mayo, de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- La XIX CSM se celebró el día 5 y el día 6 de mayo de 2019.
edition:SACM/19, startDate 2019-05-05, endDate 2019-05-06 <- Fecha: 5 y 6 de Mayo de 2019. La XIX CSM se celebró el 5 y 6 de MAYO de 2019.
edition:SACM/14, hasHost PE <- El Gobierno del Perú organizó la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones fue organizada por el Perú.
edition:SACM/14, hasHost PE <- Perú será el país anfitrión de la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones, cuyo anfitrión fue el Perú, concluyó ayer.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones, que organizó el Gobierno peruano, concluyó ayer.
edition:SACM/14, hasHost PE <- Convocada por el Gobierno del Perú, la XIV Conferencia Suramericana sobre Migraciones concluyó ayer.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones tuvo como anfitrión al Perú.
edition:SACM/14, hasHost PE <- En calidad de anfitrión de la XIV Conferencia Suramericana sobre Migraciones, Perú propuso un plan.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones se celebró por invitación del Gobierno del Perú.
edition:SACM/14, hasHost PE <- Los delegados agradecieron la hospitalidad del Gobierno del Perú en la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasHost PE, hasHost org:IOM <- La XIV Conferencia Suramericana sobre Migraciones, organizada conjuntamente por el Gobierno del Perú y la Organización Internacional para las Migraciones, concluyó ayer.
edition:SACM/14, hasHost PE <- La XIV Conferencia Suramericana sobre Migraciones, organizada por la Cancillería del Perú, concluyó ayer.
edition:SACM/14, hasHost PE <- La organización de la XIV Conferencia Suramericana sobre Migraciones estuvo a cargo del Gobierno del Perú.
edition:SACM/14, hasChair PE <- La XIV Conferencia Suramericana sobre Migraciones estuvo presidida por el Perú.
edition:SACM/14, hasChair PE <- Perú presidió la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasChair PE <- Perú, que presidió la XIV Conferencia Suramericana sobre Migraciones, propuso un plan.
edition:SACM/14, hasChair person:Ana Quispe <- La viceministra Ana Quispe presidió la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasChair person:Ana Quispe <- La XIV Conferencia Suramericana sobre Migraciones fue presidida por la viceministra Ana Quispe.
forum:SACM, hasChair PE <- La presidencia pro témpore de la Conferencia Suramericana sobre Migraciones la ejerce el Perú.
forum:SACM, hasChair PE <- Perú ostenta la presidencia pro tempore de la Conferencia Suramericana sobre Migraciones.
forum:RCM, hasChair PA <- Panamá asumió la presidencia pro tempore de la Conferencia Regional sobre Migración.
forum:RCM, hasChair PA, hasChair US <- Panamá recibió de Estados Unidos la presidencia pro tempore de la Conferencia Regional sobre Migración.
forum:RCM, hasChair PA, hasChair US <- Estados Unidos traspasó a Panamá la presidencia pro tempore de la Conferencia Regional sobre Migración.
edition:SACM/14, hasSupporter org:IOM <- La XIV Conferencia Suramericana sobre Migraciones se celebró con el apoyo de la OIM.
edition:SACM/14, hasSupporter org:EU <- La XIV Conferencia Suramericana sobre Migraciones fue financiada por la Unión Europea.
edition:SACM/14, hasSupporter org:IOM, hasSupporter org:ECLAC <- La XIV Conferencia Suramericana sobre Migraciones contó con el respaldo de la OIM y la CEPAL.
edition:SACM/14, hasSupporter org:IOM <- La XIV Conferencia Suramericana sobre Migraciones recibió apoyo técnico de la OIM.
edition:SACM/14, hasSupporter org:IOM <- La realización de la XIV Conferencia Suramericana sobre Migraciones fue posible gracias al apoyo de la OIM.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La ministra Ana Quispe inauguró la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La XIV Conferencia Suramericana sobre Migraciones fue inaugurada por la ministra Ana Quispe.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La inauguración de la XIV Conferencia Suramericana sobre Migraciones estuvo a cargo de la ministra Ana Quispe.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La ministra Ana Quispe dio la bienvenida a los delegados de la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La ministra Ana Quispe pronunció el discurso inaugural de la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasSpeaker person:Ana Quispe <- Las palabras de apertura de la XIV Conferencia Suramericana sobre Migraciones fueron pronunciadas por la ministra Ana Quispe.
edition:SACM/14, hasSpeaker person:Ana Quispe <- Durante la XIV Conferencia Suramericana sobre Migraciones intervino la ministra Ana Quispe.
edition:SACM/14, hasSpeaker person:Ana Quispe <- «La región avanza», dijo la ministra Ana Quispe al inaugurar la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasSpeaker person:Ana Quispe <- La ministra Ana Quispe clausuró la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasSpeaker person:Ana Quispe <- En su intervención ante la XIV Conferencia Suramericana sobre Migraciones, la ministra Ana Quispe pidió cooperación.
edition:SACM/14, hasAttendee person:Ana Quispe <- La ministra Ana Quispe asistió a la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasAttendee person:Ana Quispe <- La XIV Conferencia Suramericana sobre Migraciones contó con la presencia de la ministra Ana Quispe.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Chile, Ecuador y Uruguay participaron en la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- En la XIV Conferencia Suramericana sobre Migraciones participaron delegaciones de Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- La XIV Conferencia Suramericana sobre Migraciones contó con la participación de Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- La XIV Conferencia Suramericana sobre Migraciones reunió a representantes de Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Asistieron a la XIV Conferencia Suramericana sobre Migraciones Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Estuvieron representados en la XIV Conferencia Suramericana sobre Migraciones los gobiernos de Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Con la presencia de Chile, Ecuador y Uruguay se inauguró la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Los países participantes en la XIV Conferencia Suramericana sobre Migraciones fueron Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Delegados de Chile, Ecuador y Uruguay se dieron cita en la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Acudieron a la XIV Conferencia Suramericana sobre Migraciones viceministros de Chile, Ecuador y Uruguay.
edition:SACM/14, hasParticipant CL, hasParticipant EC, hasParticipant UY <- Tomaron parte en la XIV Conferencia Suramericana sobre Migraciones funcionarios de Chile, Ecuador y Uruguay.
edition:SACM/14, adopted Declaración de Lima <- La XIV Conferencia Suramericana sobre Migraciones adoptó la Declaración de Lima.
edition:SACM/14, adopted Declaración de Lima <- La Declaración de Lima fue adoptada en la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, adopted Declaración de Lima <- La XIV Conferencia Suramericana sobre Migraciones concluyó con la adopción de la Declaración de Lima.
edition:SACM/14, adopted Declaración de Lima <- Los países suscribieron la Declaración de Lima al término de la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, adopted Declaración de Lima <- Como resultado de la XIV Conferencia Suramericana sobre Migraciones se emitió la Declaración de Lima.
edition:SACM/14, adopted Declaración de Lima <- Al cierre de la XIV Conferencia Suramericana sobre Migraciones se dio a conocer la Declaración de Lima.
edition:SACM/14, adopted Declaración de Lima <- La Declaración de Lima, aprobada por la XIV Conferencia Suramericana sobre Migraciones, reconoce los derechos de los migrantes.
edition:SACM/14, adopted Declaración de Lima <- Los delegados de la XIV Conferencia Suramericana sobre Migraciones acordaron la Declaración de Lima.
edition:SACM/14, hasTheme Migrar con derechos <- La XIV Conferencia Suramericana sobre Migraciones se celebró bajo el lema «Migrar con derechos».
edition:SACM/14, hasTheme Migrar con derechos <- «Migrar con derechos» fue el lema de la XIV Conferencia Suramericana sobre Migraciones.
edition:SACM/14, hasTheme Migrar con derechos <- La XIV Conferencia Suramericana sobre Migraciones tuvo como tema central «Migrar con derechos».
edition:SACM/14, hasTheme Migrar con derechos <- Con el lema «Migrar con derechos» arrancó la XIV Conferencia Suramericana sobre Migraciones.
forum:SACM, hasSecretariat org:IOM <- La OIM ejerce la Secretaría Técnica de la Conferencia Suramericana sobre Migraciones.
forum:SACM, hasSecretariat org:IOM <- La Secretaría Técnica de la Conferencia Suramericana sobre Migraciones está a cargo de la OIM.
forum:SACM, hasSecretariat org:IOM <- La OIM, en su calidad de Secretaría Técnica de la Conferencia Suramericana sobre Migraciones, presentó un informe.
forum:SACM, hasSecretariat org:IOM <- La OIM actúa como secretaría técnica de la Conferencia Suramericana sobre Migraciones.
forum:RCM, established 1996 <- La Conferencia Regional sobre Migración fue creada en 1996.
forum:RCM, established 1996 <- La Conferencia Regional sobre Migración, fundada en 1996, es un foro consultivo.
forum:RCM, established 1996 <- Desde su creación en 1996, la Conferencia Regional sobre Migración promueve el diálogo.
forum:RCM, established 1996 <- Creada en 1996, la Conferencia Regional sobre Migración promueve el diálogo.
forum:RCM, established 1996 <- La Conferencia Regional sobre Migración surgió en 1996.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- La Conferencia Regional sobre Migración está integrada por Belice, Canadá y México.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- Belice, Canadá y México integran la Conferencia Regional sobre Migración.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- Son miembros de la Conferencia Regional sobre Migración Belice, Canadá y México.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- Los países miembros de la Conferencia Regional sobre Migración son Belice, Canadá y México.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- Forman parte de la Conferencia Regional sobre Migración Belice, Canadá y México.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- La Conferencia Regional sobre Migración (CRM) la conforman Belice, Canadá y México.
forum:RCM, hasMember BZ, hasMember CA, hasMember MX <- La Conferencia Regional sobre Migración agrupa a Belice, Canadá y México.
event:seminar-ibero-american-migration-development-cartagena-2014, heldIn Cartagena, startDate 2014-05-05, hasSpeaker person:Ana Quispe <- El Seminario Iberoamericano sobre Migración y Desarrollo se celebró en Cartagena, Colombia, el 5 de mayo de 2014. Fue inaugurado por la ministra Ana Quispe.
event:congress-international-migration-bogota-2014, heldIn Bogotá, startDate 2014-05-05 <- El Congreso Internacional de Migraciones se celebró en Bogotá el 5 de mayo de 2014.
event:congress-international-migration-bogota-2014, heldIn Bogotá, startDate 2014-05-05 <- El II Congreso Internacional de Migraciones se celebró en Bogotá el 5 de mayo de 2014.
event:conference-international-migration-bogota-2014, heldIn Bogotá, startDate 2014-05-05 <- La Conferencia Internacional sobre Migración se celebró en Bogotá el 5 de mayo de 2014.
event:symposium-international-migration-bogota-2014, heldIn Bogotá, startDate 2014-05-05 <- Bogotá fue sede, el 5 de mayo de 2014, del Primer Simposio Internacional sobre Migraciones.
"""
_PORTUGUESE = """
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- A XIV Conferência Sul-Americana sobre Migrações realizou-se em Lima no dia 16 de outubro de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16, endDate 2014-10-17 <- A «Décima Quarta Conferência Sul-Americana sobre Migrações» foi realizada em Lima nos dias 16 e 17 de outubro de 2014.
edition:SACM/14, heldIn Lima, startDate 2014-10-16 <- A Conferência Sul-Americana sobre Migrações (CSM) realizou sua 14ª reunião em Lima em 16 de outubro de 2014.
meeting:SACM/preparatory/2014, heldIn Lima, startDate 2014-05-05; edition:SACM/14 <- Delegados se reuniram em 5 de maio de 2014 em Lima, em uma reunião preparatória da XIV Conferência Sul-Americana sobre Migrações.
meeting:SACM/workshop/2014, heldIn Lima, startDate 2014-05-05 <- O seminário sobre tráfico de pessoas da Conferência Sul-Americana sobre Migrações realizou-se em Lima em 5 de maio de 2014.
event:congress-international-migration-lima-2014, heldIn Lima, startDate 2014-05-05 <- O II Congresso Internacional de Migrações realizou-se em Lima em 5 de maio de 2014.
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text and the claims that it states."""

    text: str
    wanted: frozenset[tuple[str, str, str]]
    subjects: frozenset[str]


def _wording(line: str) -> Wording:
    """The wording of a line: `SUBJECT, predicate object, ...; SUBJECT ... <- text`."""
    told, _, text = line.partition(" <- ")
    wanted, subjects = set(), set()
    for part in told.split("; "):
        subject, *facts = part.split(", ")
        subjects.add(subject)
        wanted |= {(subject, *_pair(fact)) for fact in facts}
    return Wording(text.replace(" / ", "\n\n"), frozenset(wanted), frozenset(subjects))


def _pair(fact: str) -> tuple[str, str]:
    predicate, _, value = fact.partition(" ")
    return predicate, value


def _check(line: str, lang: str) -> None:
    wording = _wording(line)
    article = Article(id="test", lang=lang, published=None, text=wording.text, sha256="")
    found = {(c.subject, c.predicate, c.object) for c in read(article, shipped.whole()).claims}
    assert wording.wanted <= found
    more = {claim for claim in found - wording.wanted if claim[0].split(":")[0] in _ABOUT}
    assert {(s, p) for s, p, _ in more if s not in wording.subjects or p not in _IMPLIED} == set()


@pytest.mark.parametrize("line", _SPANISH.strip().splitlines())
def test_spanish(line: str) -> None:
    _check(line, "es")


@pytest.mark.parametrize("line", _PORTUGUESE.strip().splitlines())
def test_portuguese(line: str) -> None:
    _check(line, "pt")
