import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { type DemoPerson, type Introduction, IntroductionSchema, introduced } from './demo-people.ts';

const OFFICER = /^(agency-officer@\d{6})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const FileSchema = z.array(IntroductionSchema);

const readIntroductions = (file: string | undefined): readonly Introduction[] =>
  file !== undefined && existsSync(file) ? FileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

/** Who can sign in at the development issuer: one of each role in each city, and whoever was introduced since. */
export class DemoDirectory {
  private readonly office: readonly DemoPerson[];
  private readonly file: string | undefined;
  private introductions: readonly Introduction[];

  /**
   * @param office those of the cities' roles.
   * @param file where introductions are kept; without one they are forgotten with this process.
   */
  constructor(office: readonly DemoPerson[], file?: string) {
    this.office = office;
    this.file = file;
    this.introductions = readIntroductions(file);
  }

  /** Those of the roles, then those introduced; who is both is called as introduced. */
  get people(): readonly DemoPerson[] {
    const later = this.introductions.map(introduced);
    const known = new Map(later.map((person) => [person.id, person]));
    const here = new Set(this.office.map(({ id }) => id));
    return [...this.office.map((person) => known.get(person.id) ?? person), ...later.filter(({ id }) => !here.has(id))];
  }

  /** Keeps who is introduced; somebody who was already is called by the newer name. */
  introduce(introductions: readonly Introduction[]): void {
    const all = new Map([...this.introductions, ...introductions].map((each) => [each.id, each]));
    this.introductions = [...all.values()];
    if (this.file === undefined) return;
    // In one piece, for whoever is killed while writing.
    writeFileSync(`${this.file}.next`, JSON.stringify(this.introductions));
    renameSync(`${this.file}.next`, this.file);
  }

  /**
   * @returns who signs in: one of the people; for any agency that is registered its officer,
   * `agency-officer@<city code>/<agency id>`; and the officer without an agency is that of the first one introduced.
   */
  find(signIn: string): DemoPerson | undefined {
    const { people } = this;
    const found = people.find(({ id }) => id === signIn);
    if (found) return found.agency === undefined ? { ...found, ...this.firstAgencyOf(found) } : found;
    const [, office, agency] = OFFICER.exec(signIn) ?? [];
    const person = people.find(({ id }) => id === office);
    return person && agency !== undefined ? { ...person, id: signIn, agency } : undefined;
  }

  private firstAgencyOf({ id, city, roles }: DemoPerson): Pick<DemoPerson, 'agency'> {
    const isOffice = roles.includes('agency-officer') && id === `agency-officer@${city}`;
    const agency = isOffice ? this.introductions.find((each) => each.city === city && each.agency)?.agency : undefined;
    return agency === undefined ? {} : { agency };
  }
}
