import { files } from "@humpty/display";
import { modelFiles } from "@humpty/model";
import { model, tokenizer } from "./own.ts";

export default files({ ...modelFiles(model, tokenizer) }, { archive: "humpty.zip" });
