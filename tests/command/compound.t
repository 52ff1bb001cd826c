hz-compound: what a random number of lump sums comes to.

Poisson, by hand: E = 0.8 x 2.125 = 1.7, variance 0.8 x 5.125 = 4.1; exp(-0.8) = 0.449329; the cumulated
probabilities of Bowers' table pass 0.5 at 1, 0.75 at 3, 0.95 at 6:

  $ printf 'amount,payouts\n1,0.2\n2,0.3\n3,0.3\n' > small.csv
  $ hz-compound small.csv --decimals 4 --quantiles 50,75,95 --simulations 0
  method,mean,mean_error,sd,none,q50,q50_error,q75,q75_error,q95,q95_error
  panjer,1.7000,0.0000,2.0248,0.449329,1.0000,0.0000,3.0000,0.0000,6.0000,0.0000
  fourier,1.7000,0.0000,2.0248,0.449329,1.0000,0.0000,3.0000,0.0000,6.0000,0.0000

A mean of its own leaves the column its proportions; negative binomial numbers: E = 5 x 2.125 = 10.625,
variance 5 x (5.125 - 2.125^2) + (5 + 5^2 / 4) x 2.125^2 = 53.845, none (1 + 5 / 4)^-4 = 0.039018:

  $ hz-compound small.csv --payouts 5 --size 4 -q 50 -p 0 --decimals 3 | cut -d, -f 1-5
  method,mean,mean_error,sd,none
  panjer,10.625,0.000,7.338,0.039018
  fourier,10.625,0.000,7.338,0.039018

The three agree: the simulation's mean within three of its errors, its quantile within three and a step:

  $ printf 'amount,payouts\n10000,12\n20000,5\n50000.00,1.5\n' > plan.csv
  $ hz-compound plan.csv --size 4 --seed 3 --quantiles 95 | awk -F, 'NR == 3 { m = $2; q = $6 }
  >     NR == 4 { d = $2 - m; e = $6 - q; print (d * d <= 9 * $3 * $3) (e * e <= (3 * $7 + 10000) ^ 2) }'
  11
  $ hz-compound plan.csv --threads 1 | cmp - <(hz-compound plan.csv -j 3)

Too many payouts for Panjer's recursion:

  $ hz-compound plan.csv -n 800 -p 0 -q 50 | cut -d, -f 1-2
  method,mean
  fourier,12756756.76

What is refused:

  $ printf 'amount,payouts\n0,1\n' | hz-compound
  hz-compound: <stdin>:2:1: expected an amount above 0, and of payouts 0 or more
  [1]
  $ printf 'amount,payouts\n1.234,1\n' | hz-compound
  hz-compound: <stdin>:2:1: "1.234" is not whole fen: expected at most two decimals
  [1]
  $ printf 'amount,payouts\n5,0\n' | hz-compound
  hz-compound: <stdin>: no payouts are expected: there is nothing to add up
  [1]
  $ printf 'amount,payouts\n0.01,1\n1000000,1\n' | hz-compound
  hz-compound: amounts of up to 1000000.00 yuan in steps of 0.01 are more than 8388608 steps: round them to yuan
  [1]
  $ hz-compound -p 1 small.csv
  hz-compound: one simulation has no spread: expected 2 or more, or 0
  try: hz-compound --help
  [2]
