/* eslint-disable */
// Written by `npm run generate` from operations/.
export const documents = [
  {
    "id": "sha256:f5892fbcd8d9c83171dee270007dae196fd7ee30f0fa7fbf7d6463828595f4f8",
    "name": "PublicPersona",
    "field": "publicPersona",
    "text": "query PublicPersona($slug: String!) {\n  publicPersona(slug: $slug) {\n    slug\n    name\n    locale\n    title\n    archetype\n    rarity\n    friends\n    traits {\n      id\n      score\n      level\n    }\n    sentences {\n      text\n      evidence\n    }\n    illustration {\n      url\n      width\n      height\n      alt\n      source\n    }\n    searchable\n    template\n    demo\n  }\n}"
  },
  {
    "id": "sha256:c4a91e82816b9bba0f22ed126b7eb3d43bb9318fa4d3e285e3a50d64ff964286",
    "name": "PublicSurvey",
    "field": "survey",
    "text": "query PublicSurvey($slug: String!) {\n  survey(slug: $slug) {\n    slug\n    ownerName\n    locale\n    status\n    questions {\n      id\n      kind\n      text\n      required\n      options {\n        id\n        label\n      }\n    }\n  }\n}"
  }
] as const;
