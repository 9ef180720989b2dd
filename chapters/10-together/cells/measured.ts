/** How wrong a GPT is without each ingredient, from seeds 1 to 5: made by `node scripts/ablations.ts`. */
export const after1000 = {
  nothing: [1.8675, 1.8778, 1.9042, 2.0029, 1.8679],
  "trained embeddings": [2.1937, 2.2554, 2.2045, 2.0095, 1.977],
  subwords: [2.1109, 2.1093, 2.1264, 2.0826, 2.1079],
  attention: [1.8879, 1.8907, 1.8902, 1.8881, 1.8876],
  "cross-entropy": [2.1809, 2.1584, 2.1902, 2.2263, 2.2058],
  "residual connections": [2.53, 2.5292, 2.5308, 2.5306, 2.53],
  normalization: [2.0078, 2.0174, 2.0105, 2.0127, 2.0135],
  dropout: [1.8331, 1.8389, 1.8448, 1.9006, 1.8286],
  "several heads": [1.8742, 1.8829, 1.8936, 1.9409, 1.8706],
  positions: [1.8602, 1.856, 1.8576, 1.8506, 1.8618],
} as const;
export const after4000 = {
  nothing: [1.7509, 1.7385, 1.7498, 1.7664, 1.7487],
  "trained embeddings": [1.8549, 1.8588, 1.8516, 1.8318, 1.8355],
  subwords: [1.8664, 1.8632, 1.8642, 1.8563, 1.8687],
  attention: [1.8273, 1.8248, 1.8317, 1.8289, 1.8271],
  "cross-entropy": [2.1067, 2.1019, 2.0852, 2.145, 2.1207],
  "residual connections": [2.4372, 2.5065, 2.5292, 2.1899, 2.3024],
  normalization: [1.8178, 1.8152, 1.8258, 1.8274, 1.8251],
  dropout: [1.7426, 1.7408, 1.7347, 1.7447, 1.7319],
  "several heads": [1.752, 1.7436, 1.7435, 1.7498, 1.7491],
  positions: [1.7727, 1.7786, 1.772, 1.7712, 1.7766],
} as const;
export default "A hundred runs, kept.";
