import { table } from "@humpty/display";
import { noGrad, scope } from "@humpty/model";
import { unseen } from "../../05-residual/cells/letters.ts";
import { network } from "./draws.ts";
import { practice } from "./practice.ts";
import { Wide } from "./wide.ts";
import { loss, wrong } from "./wrong.ts";

const test = () => scope(() => noGrad(() => loss(network, unseen).item()));
network.dropout.random.state = 1; // the same throws, however often this runs
export const right = wrong(network, unseen); // eval(), test, train()
export const [first = 0, second = 0] = [test(), test()]; // in practice mode

/** It goes into test mode at the first look, and never back. */
class Stuck extends Wide {
  override train(): this {
    return this;
  }
}
const end = (network: Wide, name: string) =>
  practice(network, { name, steps: 300 }).at(-1)?.unseen ?? 0;
export const stuck = end(new Stuck(0.5, 2), "stuck");
export const without = end(new Wide(0, 2), "without");
export default table([
  { mistake: "none", "how wrong": right },
  { mistake: "no eval() before the test", "how wrong": first },
  { mistake: "no eval(), tested again", "how wrong": second },
  { mistake: "no train() after a look", "how wrong": stuck },
  { mistake: "no dropout at all", "how wrong": without },
]);
