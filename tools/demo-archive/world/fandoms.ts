/** An invented fandom with its cast. */
export interface Fandom {
  name: string;
  characters: readonly string[];
}

/**
 * All invented. Names have the shapes that names on the archive have: a medium in parentheses, an author after a
 * dash, a second name after a bar, and each character that the archive escapes in addresses.
 */
export const FANDOMS: readonly Fandom[] = [
  {
    name: 'The Lantern Regiment (TV)',
    characters: [
      'Mara Venn',
      'Tobias Kell',
      'Orsolya Reyd',
      'Ines Achterberg',
      'Hollis Quint',
      'The Quartermaster (Lantern Regiment)',
      'Captain Sable',
      'Pell',
    ],
  },
  {
    name: 'Saltglass Saga - E. R. Vane',
    characters: ['Ludo Marchetti-Bray', 'Queen Isaure', 'Thessaly Dun', 'Corin of the Reeds', 'Wick', 'Ambrose Vane-Holloway', 'Nan Tully'],
  },
  {
    name: 'Nine Doors (Video Games)',
    characters: [
      'Doorkeeper | Seven',
      'Juniper Ash',
      'Rook Calloway',
      'Sister Umbral',
      'Player Character (Nine Doors)',
      'Vesper "Vee" Okonjo',
      'The Clockwright',
    ],
  },
  {
    name: 'Marrow & Thistle (Comics)',
    characters: ['Agnes Marrow', 'Dominic Thistle', 'Inspector Bell', 'Theodora Pike', 'Little Finch', 'Mr. Hallow'],
  },
  {
    name: '灯塔守望者 | The Lighthouse Keepers - Qiao Heng',
    characters: ['Shen Yaoguang', 'Bai Lin | White Forest', 'Gu Tingfeng', 'Xu Wanqiu', 'Keeper Zero'],
  },
  {
    name: 'Where Is Everyone? (Podcast)',
    characters: ['Dr. Imogen Slate', 'Benji Okafor-Lund', 'The Voice on Channel 4', 'Marguerite Dray', 'Static'],
  },
  { name: '#NoSignal (Webcomic)', characters: ['Kit Navarro', 'Dot', 'Sasha Ember', 'Glitch (#NoSignal)', 'Professor Tamsin Roe'] },
  { name: 'Half-Past Winter/Quarter-Past Spring (Movies)', characters: ['Elio Brandt', 'Anneke Vos', 'Grandmother Vos', 'Jonah Pryce'] },
  {
    name: 'Ironbough Academy (Anime & Manga)',
    characters: ['Haruto Minase', 'Aoi Kanzaki', 'Reiji Tsukumo', 'Headmaster Kuroda', 'Sora (Ironbough)', 'Mei-Mei'],
  },
  { name: 'Cinder Court - Odalys Finch', characters: ['Prince Alaric', 'Seren of Low Ember', 'Lord Vashti', 'Maeve Thornlow', 'The Ash King', 'Bram'] },
  { name: 'Third Shift at St. Brannoc (TV)', characters: ['Dr. Nadia Rask', 'Nurse Colm Teague', 'Wendell Ames', 'Dr. Priya Lorne', 'Chief Abernathy'] },
  { name: 'Starling Protocol (Video Games)', characters: ['Commander Yara Holt', 'ECHO (Starling Protocol)', 'Dmitri Vantongeren', 'Lux Arden', 'Specter-9'] },
  {
    name: "The Baker's Third Son (Fairy Tales & Related Fandoms)",
    characters: ["The Baker's Third Son", 'The Fox', 'The Glass Princess', 'Death (Fairy Tales)'],
  },
  { name: 'Gravelight', characters: ['Odette Crane', 'Silas Crane', 'Father Mordaunt', 'Tamsin Grey', 'Jasper Wolfe'] },
  { name: 'The Umbrella Club', characters: ['Percy Lamb', 'Clementine Ho', 'Barnaby Stroud', 'Mrs. Pettigrew-Lowe', 'Roz'] },
  { name: 'Teeth of the Tide (TV 2019)', characters: ['Captain Isolde Farrow', 'Nico Reyes-Alder', 'Old Tom', 'Merrow', 'Bosun Hale'] },
  { name: 'Vinterhjerte | Winterheart (TV)', characters: ['Ingrid Solheim', 'Aksel Lunde', 'Politimester Dahl', 'Freja Holm'] },
  { name: 'Blackout District Nine', characters: ['Zee', 'Malachi Stone', 'Councilor Adeyemi', 'Birdie'] },
  { name: 'Cartographers of Nowhere - All Media Types', characters: ['Wren Halloran', 'Bastian Oake', 'The Surveyor', 'Lady Meridian', 'Inkling'] },
  {
    name: 'Original Work',
    characters: ['Original Characters', 'Original Female Character(s)', 'Original Male Character(s)', 'Original Non-Binary Character(s)'],
  },
  { name: 'Paper Moon Detective Agency', characters: ['Lola Finch-Ikeda', 'Sgt. Mulrooney', 'Dashiell Park', 'The Client'] },
  { name: 'Sundered Crowns (Roleplay Podcast)', characters: ['Grimble Toadstone', 'Aelia Dawnstrike', 'Vex', 'The Dungeon Master', 'Thorne Blackwood'] },
  { name: 'Kettle & Crow: A Musical', characters: ['Kettle', 'Crow', 'The Widow Lark', 'Ensemble (Kettle & Crow)'] },
  { name: 'Last Train to Avalon Street', characters: ['Mina Castellan', 'Arthur Pell', 'Conductor Grey', 'Nim'] },
];

/** Characters that turn up in any fandom. */
export const ANYONES: readonly string[] = [
  'Reader',
  'You',
  'Original Female Character(s)',
  'Original Male Character(s)',
  'Everyone',
  'Original Animal Character(s)',
];
