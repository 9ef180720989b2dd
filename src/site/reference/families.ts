/** The reference's pages, in reading order: which files of the package each one tells of. */
export const families: { slug: string; title: string; about: string; from: RegExp }[] = [
  {
    slug: "tensors",
    title: "Tensors",
    about:
      "Numbers in any number of dimensions, how they are made, and what remembers their history.",
    from: /^(tensor|create|scope|autograd|shape)\.ts$/,
  },
  {
    slug: "operations",
    title: "Operations",
    about: "What can be done with tensors besides their own methods; each has a gradient.",
    from: /^operations\//,
  },
  {
    slug: "layers",
    title: "Layers and GPT",
    about: "What models are made of, and the model that is made of it.",
    from: /^(layers\/|gpt\.ts$)/,
  },
  {
    slug: "training",
    title: "Training",
    about: "Optimizers, the loop, learning rates, evaluation, checkpoints.",
    from: /^(training\/|optimizers\.ts$)/,
  },
  {
    slug: "generation",
    title: "Generation",
    about: "Text from a trained model, one token after the other.",
    from: /^generate\//,
  },
  {
    slug: "tokenizers",
    title: "Tokenizers",
    about: "Text to whole numbers and back.",
    from: /^tokenizers\//,
  },
  {
    slug: "data",
    title: "Data",
    about: "Texts to learn from, and how they are cut into batches.",
    from: /^data\//,
  },
  {
    slug: "files",
    title: "Files",
    about: "Safetensors, and GPT-2 as Hugging Face's transformers read and write it.",
    from: /^interchange\//,
  },
  {
    slug: "numbers",
    title: "Numbers and chance",
    about: "Functions and random numbers with the same bits in every engine, and who computes.",
    from: /^(math|random)\.ts$|^kernels\//,
  },
  {
    slug: "explanations",
    title: "Explanations",
    about: "How one number of a tensor was computed, as plain data.",
    from: /^(explain|trace)\.ts$/,
  },
];
