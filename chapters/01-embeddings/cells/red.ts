import { table } from "@humpty/display";
import { learn, percentRight } from "../../00-start/cells/learn.ts";
import { makeNetwork } from "../../00-start/cells/model.ts";
import { type Thing, unseen } from "../../00-start/cells/things.ts";

const whole = makeNetwork(6);
learn(whole, "all four numbers");

/** The same network, which is shown the red of things and nothing else. */
const nothing = { green: 0, blue: 0, volume: 0 };
const onlyRed = ({ red, is }: Thing): Thing => ({ red, ...nothing, is });
const network = makeNetwork(6);
const red = { ...network, forward: (t: Thing[]) => network.forward(t.map(onlyRed)) };
learn(red, "red alone");

/** Red and green take each other's places. */
const swapped = unseen.map((one) => ({ ...one, red: one.green, green: one.red }));
export const [all, alone] = [percentRight(whole), percentRight(red)];
export const turned = percentRight(whole, swapped);
export default table(
  [
    { "it is shown": "red, green, blue, volume", "% right": all },
    { "it is shown": "red alone", "% right": alone },
    { "it is shown": "green, red, blue, volume", "% right": turned },
  ],
  { digits: 1 },
);
