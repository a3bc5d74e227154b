/**
 * The block model is two that are wrong in different ways: trees, which see a block and what its features tell of its place,
 * and a network, which sees the blocks around it. Together they are wrong less often than either, cross-validated over hosts.
 */

/** The network's share of the log odds. Cross-validated over hosts: from .4 to .7 word F1 stays within .001. */
const NET_SHARE = 0.5;

export const mixOdds = (trees: number, net: number): number => (1 - NET_SHARE) * trees + NET_SHARE * net;

/** The log odds that the trees must reach for the two together to reach `mixed`. */
export const treesFor = (mixed: number, net: number): number => (mixed - NET_SHARE * net) / (1 - NET_SHARE);

/** What a weight among the trees adds to the two together. */
export const shareOfTrees = (weight: number): number => (1 - NET_SHARE) * weight;
/** What the network's log odds add to the two together. */
export const shareOfNet = (odds: number): number => NET_SHARE * odds;
