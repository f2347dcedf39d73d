/** What the distributor sells, and from whom: coffee, tea, what they are made and served with. */

export interface Line {
  /** First part of the item codes. */
  readonly code: string;
  readonly category: readonly [string, string];
  readonly products: readonly string[];
  readonly variants: readonly { readonly code: string; readonly name: string }[];
  /** Price of one base unit, in cents: from, to. */
  readonly cents: readonly [number, number];
  /** What a case holds; 1 where the item is ordered by the piece. */
  readonly cases: readonly [number, ...number[]];
  readonly unit: 'Unit' | 'Kilogram';
}

export interface SupplierOfAssortment {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly leadTimeDays: number;
  readonly lines: readonly Line[];
}

const grammages = [
  { code: '0250', name: '250 g' },
  { code: '0500', name: '500 g' },
  { code: '1000', name: '1 kg' },
];

export const assortment: readonly SupplierOfAssortment[] = [
  {
    code: 'ROASTWELL',
    name: 'Roastwell Coffee Works',
    city: 'Baltimore',
    leadTimeDays: 5,
    lines: [
      {
        code: 'COF',
        category: ['Coffee', 'Beans'],
        products: [
          'Espresso Classico',
          'Espresso Scuro',
          'House Blend',
          'Morning Filter',
          'Highland Single Origin',
          'Decaf Gentle',
          'Breakfast Roast',
          'Nordic Light',
        ],
        variants: grammages,
        cents: [420, 1850],
        cases: [6, 12, 24, 48],
        unit: 'Unit',
      },
      {
        code: 'GRD',
        category: ['Coffee', 'Ground'],
        products: ['Moka Ground', 'Filter Ground', 'French Press Ground', 'Decaf Ground'],
        variants: grammages,
        cents: [380, 1600],
        cases: [12, 24, 48],
        unit: 'Unit',
      },
      {
        code: 'CAP',
        category: ['Coffee', 'Capsules'],
        products: [
          'Capsules Intenso',
          'Capsules Lungo',
          'Capsules Ristretto',
          'Capsules Decaf',
          'Capsules Vanilla',
        ],
        variants: [
          { code: '010', name: '10 pieces' },
          { code: '030', name: '30 pieces' },
          { code: '100', name: '100 pieces' },
        ],
        cents: [290, 2400],
        cases: [12, 24, 48],
        unit: 'Unit',
      },
    ],
  },
  {
    code: 'LEAFCO',
    name: 'Leaf & Company Teas',
    city: 'Charleston',
    leadTimeDays: 8,
    lines: [
      {
        code: 'TEA',
        category: ['Tea', 'Boxed'],
        products: [
          'English Breakfast',
          'Earl Grey',
          'Darjeeling First Flush',
          'Sencha',
          'Jasmine Green',
          'Rooibos Vanilla',
          'Peppermint',
          'Camomile',
          'Ginger Lemon',
          'Masala Chai',
          'Assam Malty',
          'Lemon Verbena',
          'Hibiscus',
          'Matcha Latte',
        ],
        variants: [
          { code: '020', name: '20 bags' },
          { code: '050', name: '50 bags' },
          { code: '100', name: '100 bags' },
        ],
        cents: [180, 990],
        cases: [12, 24, 48],
        unit: 'Unit',
      },
      {
        code: 'LSE',
        category: ['Tea', 'Loose'],
        products: [
          'Assam Loose',
          'Ceylon Loose',
          'Oolong Loose',
          'White Peony Loose',
          'Lapsang Loose',
          'Gunpowder Loose',
        ],
        variants: [{ code: 'KG', name: 'by the kilogram' }],
        cents: [1400, 5200],
        cases: [1],
        unit: 'Kilogram',
      },
    ],
  },
  {
    code: 'POURWARE',
    name: 'Pourware Manufacturing',
    city: 'Cleveland',
    leadTimeDays: 10,
    lines: [
      {
        code: 'CUP',
        category: ['Service', 'Cups'],
        products: [
          'Paper Cup Kraft',
          'Paper Cup White',
          'Double Wall Cup',
          'Compostable Cup',
          'Cold Cup Clear',
        ],
        variants: [
          { code: '08', name: '8 oz, sleeve of 50' },
          { code: '12', name: '12 oz, sleeve of 50' },
          { code: '16', name: '16 oz, sleeve of 50' },
        ],
        cents: [310, 720],
        cases: [12, 20, 24],
        unit: 'Unit',
      },
      {
        code: 'LID',
        category: ['Service', 'Lids'],
        products: ['Travel Lid', 'Flat Lid', 'Dome Lid'],
        variants: [
          { code: '08', name: 'for 8 oz, sleeve of 100' },
          { code: '12', name: 'for 12 oz, sleeve of 100' },
          { code: '16', name: 'for 16 oz, sleeve of 100' },
        ],
        cents: [240, 510],
        cases: [10, 20],
        unit: 'Unit',
      },
      {
        code: 'FLT',
        category: ['Equipment', 'Filters'],
        products: ['Cone Filter', 'Basket Filter', 'Wave Filter', 'Metal Filter'],
        variants: [
          { code: 'S', name: 'small' },
          { code: 'M', name: 'medium' },
          { code: 'L', name: 'large' },
        ],
        cents: [150, 1900],
        cases: [24, 48],
        unit: 'Unit',
      },
      {
        code: 'BRW',
        category: ['Equipment', 'Brewers'],
        products: [
          'Hand Grinder',
          'Electric Grinder',
          'Pour-over Stand',
          'Gooseneck Kettle',
          'French Press',
          'Moka Pot',
        ],
        variants: [
          { code: 'STD', name: 'standard' },
          { code: 'PRO', name: 'professional' },
        ],
        cents: [2200, 18900],
        cases: [1, 6],
        unit: 'Unit',
      },
    ],
  },
  {
    code: 'SWEETLANE',
    name: 'Sweetlane Syrups & Sugars',
    city: 'Savannah',
    leadTimeDays: 4,
    lines: [
      {
        code: 'SYR',
        category: ['Pantry', 'Syrups'],
        products: [
          'Vanilla Syrup',
          'Caramel Syrup',
          'Hazelnut Syrup',
          'Chai Concentrate',
          'Pumpkin Spice Syrup',
          'Peppermint Syrup',
          'Mocha Sauce',
          'White Chocolate Sauce',
        ],
        variants: [
          { code: '0375', name: '375 ml' },
          { code: '0750', name: '750 ml' },
        ],
        cents: [490, 1350],
        cases: [6, 12],
        unit: 'Unit',
      },
      {
        code: 'SUG',
        category: ['Pantry', 'Sugar'],
        products: [
          'White Sugar Sticks',
          'Brown Sugar Sticks',
          'Raw Cane Cubes',
          'Stevia Sachets',
          'Honey Portions',
        ],
        variants: [
          { code: '0100', name: 'box of 100' },
          { code: '0500', name: 'box of 500' },
          { code: '1000', name: 'box of 1000' },
        ],
        cents: [210, 2100],
        cases: [10, 12, 24],
        unit: 'Unit',
      },
      {
        code: 'MLK',
        category: ['Pantry', 'Milk'],
        products: [
          'Oat Drink Barista',
          'Almond Drink Barista',
          'Soy Drink Barista',
          'Condensed Milk',
          'Milk Powder',
        ],
        variants: [
          { code: '1L', name: '1 l' },
          { code: '5L', name: '5 l' },
        ],
        cents: [170, 1250],
        cases: [6, 12, 24],
        unit: 'Unit',
      },
      {
        code: 'BSC',
        category: ['Pantry', 'Biscuits'],
        products: [
          'Almond Biscotti',
          'Caramel Wafers',
          'Shortbread Fingers',
          'Amaretti',
          'Oat Cookies',
          'Cocoa Rolls',
        ],
        variants: [
          { code: '050', name: 'box of 50' },
          { code: '200', name: 'box of 200' },
        ],
        cents: [690, 2900],
        cases: [6, 12],
        unit: 'Unit',
      },
    ],
  },
];

export const sites = [
  { code: 'NPT', name: 'Northport Distribution Center', city: 'Northport', region: 'North', share: 1 },
  { code: 'SVL', name: 'Southvale Distribution Center', city: 'Southvale', region: 'South', share: 0.85 },
  { code: 'HIL', name: 'Hillcrest Branch', city: 'Hillcrest', region: 'North', share: 0.4 },
  { code: 'LKS', name: 'Lakeside Branch', city: 'Lakeside', region: 'North', share: 0.35 },
  { code: 'BAY', name: 'Baytown Branch', city: 'Baytown', region: 'South', share: 0.45 },
] as const;
