-- Articles of the help centre and stories for the web shop.

insert into "article" ("id", "title", "slug", "body", "published", "published_at", "tags", "row_version") values
('738eec79-dadf-48db-9d65-87f04e67760a', 'Returns and refunds', 'returns-and-refunds',
'You may return unopened goods within thirty days of delivery, for any reason or for none. Write to the address on your invoice, name the order number and the positions you would like to send back, and we will answer within one working day with a return label. Please use our label rather than your own: it tells our warehouse what is inside the parcel before anybody opens it, and your credit note is written the same afternoon.

Coffee, tea and other food cannot come back once the inner bag has been opened. We know that this sounds stern, but we would have to destroy what you send, and nobody gains from that. If you simply did not like a coffee, tell us; our tasters are happy to suggest another one, and we often add a small sample to your next order.

Anything broken, faulty or wrong is a different matter. There is no time limit of thirty days, no form and no discussion about who pays the postage. Take a photograph of the damage and of the outer carton, send us both, and choose between a replacement and a refund. Please keep the carton until you have heard from us, because the carrier sometimes asks to see it.

Refunds go back the way the money came. Card payments take three to five working days, bank transfers usually two. If you pay by invoice, the amount is simply taken off the next one, unless you ask for a transfer.',
true, timestamp with time zone '2024-02-05 09:00:00+01:00', 'returns, refund, policy', '2d1db410-ef4c-4994-abb8-1430e9118be3'),
('a2687e11-b48b-4aa5-b3c2-563420becddb', 'How your credit limit works', 'how-your-credit-limit-works',
'Every trade account has a credit limit: the highest sum of unpaid invoices and open orders that we carry for you at any one time. New customers start at 1,000 euros. The limit is not a judgement about your business; it only reflects how long we have known each other.

We look at all limits twice a year, in March and in September. If your last six invoices were paid on time, the limit rises without any request from you. You will find the new figure on the next order confirmation. If you need more room earlier, perhaps because you are opening a second shop, ring us up and tell us about your plans. A short conversation usually settles the matter.

When an order would exceed your limit, it is not rejected. It waits with the status "new" until an earlier invoice has been paid or until you pay a part in advance. We will send you a message about it on the same day, so that you do not stand in front of empty shelves and wonder.',
true, timestamp with time zone '2024-02-12 10:30:00+01:00', 'account, payment, credit', 'a8dd8c3a-f380-473c-82ca-2f67d25a9f58'),
('d913da2e-10c1-4a96-9364-d87ba91f73d1', 'Which grinder setting for which brewer?', 'grinder-settings',
'There is no setting that is right for everyone, because burrs differ, beans differ and so does the weather. There is, however, a reliable way to find your own. Begin with the middle of the range given below, brew one cup, and change nothing but the grind until you like the result.

On the hand grinder Tsubame, count the clicks from the point where the handle stops turning freely. A moka pot needs eight to eleven, a porcelain dripper eighteen to twenty-two, a French press twenty-six to thirty. Cold brew may go right up to thirty-four. Espresso is possible below seven, but we do not recommend it for a morning with guests.

If the coffee tastes sour, thin or salty, the water ran through too quickly: grind finer. If it tastes bitter, dry or of ash, grind coarser. Move two clicks at a time and take a note of the date of roasting, since a bag that is three weeks old wants a slightly finer grind than a fresh one.

Finally, clean the burrs once a month. A soft brush is enough. Old oils turn rancid, and no setting in the world can hide that.',
true, timestamp with time zone '2024-02-26 08:15:00+01:00', 'coffee, grinding, how-to', 'e4ecddf2-d6ae-4358-ad45-7fce16404338'),
('e300c6b9-1a25-43d3-9445-2b3ba39c84de', 'Brewing with the porcelain dripper', 'brewing-with-the-porcelain-dripper',
'Warm the dripper. Porcelain swallows more heat than you might expect, and a cold cone takes four or five degrees from the first water. Fold the seam of the filter paper, put it in and rinse it with hot water until the paper clings to the wall. Pour the rinse water away; it has done its work twice.

Weigh thirty grams of coffee for half a litre. Pour sixty grams of water, just off the boil, and wait for forty seconds. The bed swells, cracks and sighs. This is carbon dioxide leaving the coffee, and as long as it leaves, water cannot enter.

Now pour in slow circles, always a finger''s breadth from the edge, and keep the water level steady. The whole brew should take about three minutes. Take the dripper off while the last drops are still falling: they are bitter, and the cup is better without them.',
true, timestamp with time zone '2024-03-04 08:00:00+01:00', 'coffee, brewing, how-to', 'b32bc09c-0b6b-4cf2-8f00-4804264396e9'),
('3aaca307-6720-4150-b206-9d0e85c96e6f', 'The story of our Harbour Blend', 'the-story-of-our-harbour-blend',
'The Harbour Blend began with a mistake. In the winter of our second year a container from Santos was opened at the wrong quay, and forty sacks that had been meant for a competitor stood in our yard on a Friday night. By Monday the papers were in order, but our roaster, Inga Petersen, had already been curious and had roasted a sample. "Nobody", she said, "is taking these sacks away again."

What she had found was a coffee without any sharp edges: cocoa, a little hazelnut, and a weight on the tongue that most arabicas lack. On its own it was almost too polite. So she added a quarter of Guatemala for some fruit and, against all advice, one part in ten of a washed robusta from Karnataka. The robusta gives the crema, and the crema is what people look at.

The proportions have changed a little with every harvest since. What must not change is written on a card above the roasting drum: it must taste good with milk, it must forgive a hurried barista, and it must smell like a warm kitchen from the street. Twice a year the three of us who buy green coffee sit down with six unmarked cups and try to find last season''s blend. So far we have succeeded every time, though in 2023 it was a close thing.

We sell the blend as whole beans in bags of a kilogram, and ground for moka pots in bags of 250 grams. If you run a machine with a built-in grinder, start one step coarser than you are used to.',
true, timestamp with time zone '2024-03-18 12:00:00+01:00', 'coffee, story, harbour-blend', '92ab8180-4112-4dc9-8a33-3773c4cba0b1'),
('44645cc6-cc76-400d-bcc2-6d4080eaf079', 'Storing coffee and tea in your shop', 'storing-coffee-and-tea',
'Light, air, warmth and moisture are what age coffee and tea, and other people''s smells come fifth. A shelf in the shop window suffers from at least three of these. Show empty tins in the window and keep the full ones at the back, ideally below eighteen degrees.

Coffee in our valve bags keeps for nine months as long as the bag is closed. Once open, use it within three weeks. Do not decant it into a hopper for the weekend, and do not store it in the refrigerator, where it collects moisture every time the door is opened.

Tea is more patient. Black tea and oolong are good for two years in a closed tin, green tea for about one. Matcha is the exception: it begins to fade the moment the tin is opened and belongs in the cold, well sealed, for no longer than six weeks.

Keep flavoured teas away from everything else. An open box of Earl Grey will perfume a cupboard within days, and your sencha will never forgive you.',
true, timestamp with time zone '2024-03-25 09:45:00+01:00', 'storage, coffee, tea', '3b3c68bd-d21e-44ff-ae15-eb7675f361da'),
('708d35e8-49be-4403-8b2f-f8109ee06770', 'Delivery times and carriers', 'delivery-times-and-carriers',
'Orders that reach us before one o''clock in the afternoon leave the warehouse on the same working day if everything is in stock. Parcels within Germany, the Netherlands, Belgium and Denmark arrive on the next working day; the rest of the European Union takes two to four. For Norway, Switzerland and the United Kingdom, add one day for customs. Overseas orders go by air freight every Tuesday and Friday.

Above 150 kilograms we ship on pallets. The haulier will ring you the day before to agree on a time. Please make sure that the number in your account belongs to somebody who is actually there at seven in the morning, because that is when hauliers like to ring.

You can give us a delivery window with every order. We pass it on to the carrier, and in most cities it works well. In pedestrian zones, where lorries must leave by eleven, a window in the afternoon is not possible, and we will tell you so rather than promise it.

When a parcel is late, start with the tracking link in the shipping message. If it has not moved for two days, write to us. We open an inquiry with the carrier and, if your shelves are empty, send a second parcel without waiting for the outcome.',
true, timestamp with time zone '2024-04-02 07:30:00+02:00', 'delivery, shipping', '0711f0d4-1af1-4249-b7db-a0ae33300215'),
('ba1c0913-4a0e-494c-9f07-3857dd407c60', 'Ordering samples', 'ordering-samples',
'Trade customers may order up to six samples a month free of charge: coffee in bags of 60 grams, tea in bags of 10. Add the word "sample" and the article numbers to the note of any order, and we will put them in the same parcel.

We ask for one thing in return. Tell us what you thought of them, in a sentence or two, even if you did not like them. Those sentences go straight to the people who buy for the next season, and they are read aloud on Monday mornings.',
true, timestamp with time zone '2024-04-15 11:00:00+02:00', 'samples, ordering', 'fcde4c7e-a875-48fb-9a2a-cc70f8abe502'),
('5bc3cde7-9ca9-4f99-be3f-998e62a586e4', 'First flush: what the fuss is about', 'first-flush',
'When the tea bushes of Darjeeling wake in March after four months of rest, the first leaves are small, tender and full of everything that the plant has saved over the winter. They are picked before the rains, withered longer than usual and scarcely oxidised. The result is called a black tea, though the liquor is the colour of straw and there is a good deal of green left in the leaf.

At Hollin Tea Gardens, from where we have bought since 2016, the upper fields lie at 2,000 metres. Asha Gurung, who runs the factory, does not speak of yields in March. She speaks of mornings. "Nine good mornings", she wrote last year, and we knew that there would be about 400 kilograms of the best lot and that our share would be thirty.

The price follows from this. A picker gathers perhaps half as much on a March morning as in June, and the tea travels by air because its freshness is the whole point. Sell it while it is young. By the following winter it will still be a pleasant tea, but the fuss will be over.

In the shop, brew it lightly: ten grams to the litre, water at ninety degrees, three minutes at most. Offer it without milk. If a customer insists on milk, offer them the second flush, and everyone will be happy.',
true, timestamp with time zone '2024-04-29 10:00:00+02:00', 'tea, darjeeling, story', '7822d0f4-0ac6-4337-a0db-d34fb9f5dc27'),
('824158be-82e6-41f7-b2ae-d5972a788641', 'Cleaning and descaling', 'cleaning-and-descaling',
'Scale is patient. In a town with hard water a boiler can gather two millimetres within a year, and two millimetres cost about a tenth of the power you pay for. The machine still works, only a little more slowly each month, so nobody notices.

Use the descaler powder every eight weeks, or every four if your water has more than fourteen degrees of German hardness. Dissolve fifty grams in a litre of lukewarm water. It turns yellow; when the colour has gone, the acid is used up. If it disappears within a minute, drain the boiler and repeat. Rinse three times with fresh water, and throw away the first coffee.

Cleaning is a separate job. Scale comes from the water, brown film from the coffee, and one remedy does nothing against the other. Back-flush espresso machines every evening with a tablet, and wash milk systems after each shift. Never use both products at once.

Copper, brass and aluminium do not like acid. For moka pots made of aluminium, hot water and a cloth are all you need.',
true, timestamp with time zone '2024-05-13 08:30:00+02:00', 'maintenance, how-to, brewing', '5bc22ff9-0b25-452a-9362-9da871ab4a1b'),
('f14730f5-055d-4cf6-8d67-386090ee82b0', 'What our product numbers mean', 'what-our-product-numbers-mean',
'Each number begins with three letters for the shelf: COF for coffee, TEA for tea, BRW for everything you brew with, TAB for the table, KIT for the kitchen and PAN for the pantry. The first digit repeats the shelf for scanners that only read figures. The second stands for the range within it, and the last two are simply counted upwards.

A number is never used twice. If you find an old label in a drawer, you can still type it into the search, and you will see what it was, when we stopped selling it and what we suggest instead.',
true, timestamp with time zone '2024-05-27 09:00:00+02:00', 'catalogue, ordering', '59ad51e5-1539-439f-a957-be39965183e7'),
('c2569226-bc21-4917-96da-bfae6c765211', 'Hand-thrown on Bornholm', 'hand-thrown-on-bornholm',
'The ferry from Ystad takes eighty minutes, and on a clear day you can see the chimney of Møllegaard''s kiln before you see the harbour. Karen Møllegaard took the pottery over from her aunt in 1998, with one apprentice, two wheels and a great many orders for ashtrays. The ashtrays had to go. What she kept was the clay, which comes from a pit near Rønne and fires to a warm grey with small dark specks, like the granite of the island''s north.

Every cup in our catalogue is thrown, turned, dried, fired, glazed and fired once more, and passes through nine pairs of hands. There are eight people at the pottery, so one of them touches it twice: it is Karen, who looks at each piece before it is packed. She rejects about one in fifteen. The rejects are sold from a table by the road, with a tin for the money.

We are often asked why two mugs of the same colour are not the same blue. The glaze contains wood ash, and no two winters of firewood are alike. We could ask for something more regular, and Karen could certainly make it. Neither of us wants to.

Please allow eighteen days for larger quantities. The kiln holds six hundred cups, and it is not lit until it is full.',
true, timestamp with time zone '2024-06-10 10:15:00+02:00', 'tableware, story, pottery', '70874d53-da29-4756-829c-7aa198350234'),
('049a5ec4-6ac3-4233-896e-3449df36dd3a', 'Decaffeinated does not mean weak', 'decaffeinated-does-not-mean-weak',
'Caffeine has hardly any taste of its own. What made the decaf of earlier decades so dull was the way in which it was taken out: with solvents and a lot of heat, which carried away half of the aroma. The process used for our Night Shift works with spring water and carbon dioxide under pressure. It takes longer and costs more, but the carbon dioxide picks out the caffeine and leaves nearly everything else where it was.

The beans come out darker and a little more brittle. They roast faster, so our roaster lowers the heat and watches the drum more closely. In your grinder they behave like a coffee that is one week older than its date: go slightly finer, by about one step.

Offer it without apology. At several of our customers one espresso in six is now a decaf, mostly after four in the afternoon, and mostly ordered by people who would otherwise have asked for a glass of water.',
true, timestamp with time zone '2024-06-24 11:30:00+02:00', 'coffee, decaf', '8d611768-1b11-4e1c-9aff-81235a515178'),
('1fcbd730-276b-43a1-90a3-9012948b9361', 'Paying by invoice, card or direct debit', 'paying-by-invoice-card-or-direct-debit',
'Trade customers in Europe pay by invoice within twenty-one days. There is nothing to apply for; the choice appears as soon as your account has been checked, which normally takes one working day. With direct debit we collect the amount on day ten and take two per cent off the price of the goods.

Cards are accepted everywhere. The amount is reserved when you order and taken when the parcel leaves us. If something is out of stock, only what we send is charged.

Customers outside Europe pay the first three orders in advance. After that the same terms apply as for everyone else, in euros, with bank charges shared.

Please always give the invoice number and nothing else as the reference of a transfer. A computer reads that line, and it is easily confused by good wishes.',
true, timestamp with time zone '2024-07-08 09:00:00+02:00', 'payment, account', '4a5c37b4-ff17-48c5-8d22-c1b004ad856b'),
('8f60d28e-2b78-4505-92a9-5001bc18980d', 'A short guide to matcha grades', 'a-short-guide-to-matcha-grades',
'"Ceremonial" is not a protected word. Anyone may print it on a tin, and many do. It is more useful to ask three questions: when was the leaf picked, was it shaded, and how was it ground? A fine matcha comes from the first picking, in May, from bushes that have stood in the shade for at least twenty days, and it is ground between stones so slowly that one mill produces forty grams an hour.

The tin from 山城茶園 in Uji answers all three questions on its label. Whisk two grams with seventy millilitres of water at eighty degrees and drink it at once. It should be bright green, sweet at the front of the tongue and savoury at the back. If it is bitter, the water was too hot.

For lattes, cakes and ice cream, use the second-harvest matcha in the half-kilogram bag. It costs about a sixth per gram. Its bitterness, a fault in the bowl, becomes a virtue against milk and sugar.

And please sift it. Ten seconds with a small sieve save a minute of whisking.',
true, timestamp with time zone '2024-07-22 10:00:00+02:00', 'tea, matcha, japan', 'cd0a02fe-b98a-42a1-b852-b74aad33207b'),
('15a4526a-8ff3-4798-9d62-ec278c3895c1', 'Changing or cancelling an order', 'changing-or-cancelling-an-order',
'As long as an order has the status "new" or "confirmed", you can change everything in it yourself, including the address. Open the order, choose "edit", and save. You will receive a new confirmation that replaces the old one.

Once it is "packed", the carton has been closed and weighed. We can still stop it, but only by telephone, and only until four o''clock, when the carriers come. After that it is "shipped", and the simplest way is to refuse the parcel at the door or to send it back with our label.

Cancelled orders stay visible in your account. We do not delete them, since it is often helpful to look up what one had wanted to buy.',
true, timestamp with time zone '2024-08-05 08:45:00+02:00', 'ordering, account, policy', '8f4c0973-b4aa-4abf-9bb3-64a5fd24b8cb'),
('915437de-28eb-4589-8bc4-cd4498b06c6e', 'Measuring water hardness', 'measuring-water-hardness',
'Ninety-eight per cent of a cup of filter coffee is water, and yet it is the ingredient that most cafés have never tasted on its own. Pour a glass from the tap and another from a bottle of soft mineral water, let both stand until they are at room temperature, and compare. If you notice a difference, so will your guests.

What you are looking for is between four and eight degrees of German hardness. Softer water extracts too eagerly and tastes sharp; harder water mutes the acidity and leaves a film on black tea. Your water company publishes the value, usually on its website under the postal code. Test strips are a good check, since the value at the tap may differ from that at the waterworks.

A filter cartridge lowers the hardness, but it has to be changed. Write the date on it. A cartridge that has been forgotten for half a year does not merely stop working: it begins to give back what it has collected.',
true, timestamp with time zone '2024-08-19 09:30:00+02:00', 'water, brewing, maintenance', 'c9a6516e-d482-4339-98b5-62e478d2af54'),
('2f8b47a9-7b0e-486b-bb00-f957109a4627', 'How we choose our suppliers', 'how-we-choose-our-suppliers',
'We work with twenty-odd suppliers and have visited all but two of them. That is less noble than it sounds. We are a small company, we cannot afford many mistakes, and one afternoon in a warehouse tells us more than a folder of certificates.

Before the first order we ask for the names of three customers and ring them up. We ask what happens when something goes wrong, because something always does. Then we order a small quantity and pay for it at once. If the second delivery is as good as the first, we begin to talk about a season.

For coffee and tea we agree on prices before the harvest, with a floor that does not depend on the exchange. In a year of low prices we pay more than we would have to; in a year of high prices our growers have, so far, always kept their word. We publish the average price per kilogram for each origin every January.

We end a relationship slowly. Whoever has built a drying bed or a kiln with our orders in mind deserves a year''s notice, and that is what our contracts say.',
true, timestamp with time zone '2024-09-02 10:00:00+02:00', 'suppliers, story, policy', '339437b2-e294-48cd-8ecc-f126870ffac9'),
('1adf8021-794d-49ce-96bd-3ce8d079609d', 'Matching tea to the time of day', 'matching-tea-to-the-time-of-day',
'A tea list with forty entries is a list that nobody reads. Most guests know whether they want to wake up, to linger or to calm down, and a menu that asks this question first will sell twice as much tea as one that is sorted by country.

For the morning, offer something that takes milk: the Assam Breakfast, or the Masala Chai for those who have missed breakfast altogether. For the late morning and early afternoon, choose teas that can stand alone, such as Uva Ridge, a second-flush Darjeeling or the Alishan oolong, which can be infused again and again while the conversation goes on.

After five, leave caffeine behind. Hōjicha has very little of it and a roasted note that coffee drinkers understand at once. Peppermint, chamomile and rooibos do the rest. Eight teas are enough, and twelve are plenty.',
true, timestamp with time zone '2024-09-16 08:00:00+02:00', 'tea, menu', '7595e35a-92b8-41eb-a140-9b6ececbf47d'),
('5099c31c-44fd-4b65-a2a7-77af4d92352f', 'Care for linen and cotton', 'care-for-linen-and-cotton',
'Linen gets better with use, provided that the first wash is a gentle one. Wash it at forty degrees, on its own, without softener. Softener lays a film over the fibres, and a tea towel with a film polishes nothing.

From then on it may be boiled. Stains of coffee and tea vanish at sixty degrees with ordinary detergent; for red wine, sprinkle salt at once and rinse with cold water. Dry it on the line and fold it while it is still slightly damp, and you will hardly need an iron.

The cotton coffee filters want no detergent at all. Rinse them under running water straight after brewing, boil them once a week for ten minutes, and keep them in a glass of water in the refrigerator if you do not use them every day. They turn brown. This is as it should be.',
true, timestamp with time zone '2024-09-30 09:15:00+02:00', 'kitchen, linen, how-to', '0e1142cc-2c23-4184-b3e6-37003637a26b'),
('3a080181-4a2b-4f03-8d70-207807aa6f1d', 'Opening a trade account', 'opening-a-trade-account',
'We supply cafés, restaurants, shops, hotels, offices and anyone else who buys for more than a household. To open an account we need the name and address of the business, a tax number and the e-mail address of one person who may place orders. You can add further people later.

We check new accounts by hand, normally within a working day. Until then you can fill your basket and see all prices, but not yet send the order. If you are in a hurry, mention it in the message field; somebody will look earlier.

There is no minimum turnover and no annual fee. Below 120 euros of goods we charge 8.50 euros for delivery in the European Union, and above that nothing.',
true, timestamp with time zone '2024-10-14 08:00:00+02:00', 'account, ordering', '8106958b-a2e9-443c-9f44-10d2b4ca56c6'),
('6cebff6b-a9b7-4acc-912b-d759e4a06cb7', 'Choosing cups for espresso and cappuccino', 'choosing-cups-for-espresso-and-cappuccino',
'An espresso is thirty millilitres of liquid at about seventy degrees. In a cold cup with thin walls it loses ten degrees before it reaches the table. This is why espresso cups are thick, narrow and kept on top of the machine. Seventy millilitres is the right volume: there is room for the crema and for very little else.

A cappuccino needs between 150 and 180 millilitres. More than that is a different drink, whatever the menu calls it. Look at the inside of the cup rather than at the outside. A round bottom lets the milk turn over, and a wide mouth gives the pattern space to unfold.

Buy a fifth more than you have seats. A cup is always in the machine, on its way or broken. If you order stoneware from Bornholm, add a few for the moment in two years when the glaze will have a slightly different blue.',
true, timestamp with time zone '2024-11-04 10:30:00+01:00', 'tableware, coffee, menu', 'f508a518-fb73-4cb5-9f4f-cfc12d85ca77'),
('ce2eb7d1-e3d2-4da2-9da9-1b5e30c1d834', 'When something arrives broken', 'when-something-arrives-broken',
'Porcelain and glass travel in double cartons with paper padding, and of a thousand parcels about three suffer. If yours is one of them, we are sorry, and it will not cost you anything.

Photograph the outer carton from two sides, then the contents as you found them. Send us the pictures together with the order number. You do not need to return the pieces; please dispose of them carefully. Replacements leave us on the next working day and carry the note "replacement" so that your goods-in knows about them.

If the carton was visibly crushed when it arrived, ask the driver to write this on the delivery note. It is no condition for a replacement, but it helps us to get the money back from the carrier and to find out where parcels are thrown.',
true, timestamp with time zone '2024-11-18 09:00:00+01:00', 'returns, delivery, damage', 'd480ebd8-a837-438b-901c-885273100153'),
('1ba6667b-a7cd-4754-b07c-08ddb6cb5fb0', 'Oolong, explained in five infusions', 'oolong-in-five-infusions',
'Take six grams of Alishan in a small pot, a gaiwan or, if need be, a mug with a strainer. Heat the water to ninety-five degrees. The leaves are rolled into tight green pearls and will fill the whole pot before you have finished.

The first infusion, forty seconds, is all scent: lilac, butter, a meadow after rain. The second, thirty seconds, is the one for which people pay, sweet and creamy, with a finish that goes on for minutes. In the third the flowers recede and something like fresh almonds appears. The fourth needs a full minute and tastes of stones and warm milk. The fifth can stand as long as you like; it is hardly more than sweet water, and the best possible end to an afternoon.

Serve it as a set, with a small flask of hot water and a timer. The guest does the work, stays for an hour, and is grateful for it.',
true, timestamp with time zone '2025-01-20 10:00:00+01:00', 'tea, oolong, how-to', 'c38f9d29-ebb6-478e-be87-4827321b6dcd'),
('9e186668-b691-4daf-8041-22051000d315', 'Cold brew for thirty guests', 'cold-brew-for-thirty-guests',
'You need a clean bucket with a lid, a cotton filter, one bag of the coarse Cold Brew Blend and twelve hours. Pour fourteen litres of cold, filtered water over the kilogram of coffee, stir until no dry islands are left, cover it, and put it in the cold room overnight.

In the morning, lift the crust off with a ladle and filter what remains, first through a sieve and then through cotton. Do not press. You should get about twelve litres, clear and mahogany in colour, which keep for five days in closed bottles.

Serve it over one large ice cube rather than many small ones. Add a slice of orange if the guest looks as if they would like one, and offer oat drink on the side. Thirty glasses of 200 millilitres use up half of what you have made; you will be glad of the other half by three o''clock.',
true, timestamp with time zone '2025-05-12 08:30:00+02:00', 'coffee, cold-brew, summer', '1f5be734-f5dc-4709-8aa3-135058a468f5'),
('efb985ee-88e9-4cde-bbdb-db772379484a', 'Privacy: what we store about you', 'privacy-what-we-store-about-you',
'We store what we need in order to send you goods and to write correct invoices: the name and address of your business, the people who may order, what you ordered and when, and how it was paid. Card numbers never reach our servers; they stay with the payment provider.

Our colleagues can add notes to your account, for instance that the bell does not work or that you prefer to be called in the afternoon. You may ask to see these notes at any time, and to have them corrected.

Invoices are kept for ten years, as the law demands. Everything else is deleted three years after your last order. We do not sell, rent or lend addresses to anyone, and we do not track what you read in the help centre.',
true, timestamp with time zone '2025-02-03 12:00:00+01:00', 'privacy, policy, account', '1f32075f-02d5-4363-a1f6-941a3929a40b'),
('14ac88dc-f506-4298-be3c-6d75fb2b52ed', 'Gift boxes for the winter season', 'gift-boxes-for-the-winter-season',
'From October until the week before Christmas we pack gift boxes to your wishes. Choose any three to six products, tell us the number of boxes and send us your card or a text of up to two hundred characters. We pack by hand from twenty boxes upwards; there is no charge above fifty.

What has sold well in earlier years: Winter Spice Rooibos with clover honey and a honey dipper; Harbour Blend with a mug from Bornholm; Hollin second flush with cantuccini. What has not: anything with a glass carafe in it.

Please order before the fifteenth of November if your boxes travel overseas. Inside Europe the first of December is early enough, and the tenth is an adventure.',
false, timestamp with time zone '2025-10-06 09:00:00+02:00', 'gifts, season, winter', '0d69f2fd-5c60-4114-b1e9-0feaaef11a80'),
('4b517871-60b3-4f7e-bd14-ee9cf99f0be8', 'Seasoning a cast iron pan', 'seasoning-a-cast-iron-pan',
'Our pans arrive seasoned, and you can fry an egg in them on the first day. The second day is when it is decided whether the pan will be a friend. Wipe it out while it is warm, rinse it with hot water if you must, dry it on the hob and rub it with a drop of linseed oil. That is all. It takes one minute.

If it was left to soak by someone who meant well, do not despair. Scrub off the rust with steel wool and washing-up liquid, dry it thoroughly, and rub in oil as thinly as if you had changed your mind and wanted to remove it again. Put it upside down in the oven at 230 degrees for an hour and let it cool there. After three rounds it will be black and smooth.

Tomatoes, wine and lemon attack the seasoning. For these, take the enamelled pan, which does not mind at all.',
true, timestamp with time zone '2025-03-10 10:00:00+01:00', 'kitchen, how-to, cast-iron', 'ae5201b5-100f-4472-9e08-ef0a6559fc27'),
('a0a84164-bdcf-4b02-b65e-af6e5b790358', 'Spring price list 2026', 'spring-price-list-2026',
'From the first of March new prices apply to a part of our range. Coffee from Ethiopia and Guatemala becomes dearer by four to six per cent, because the harvest was small and freight through the Red Sea remains expensive. The Harbour Blend and the coffees from Brazil keep their prices until the autumn.

Tea is unchanged with two exceptions: the matcha for lattes rises with the price of tencha, which has nearly doubled within two years, and the Assam becomes a little cheaper. Porcelain and stoneware stay as they are.

Orders that are placed before the first of March are charged at the old prices, even if they are to be delivered later, as long as the delivery is no later than the end of April. If you have a framework contract, nothing changes for you before it ends.',
true, timestamp with time zone '2026-02-16 08:00:00+01:00', 'prices, catalogue, news', '66c22833-c0ed-4136-878f-98563c1ab929'),
('ee51ca3f-a979-4c4b-9858-11564361fe21', 'Working with our data sheets', 'working-with-our-data-sheets',
'Each food product has a data sheet with ingredients, allergens, nutritional values and storage. At present it is sent on request. From the summer it is meant to be available next to the picture, as a PDF and as a row in a table that your till can read.

To be clarified: which languages we offer at the start (German, English and French are certain, Polish and Italian are likely), and who checks the allergens after a change of recipe. Inga suggests that no sheet should go online without two names on it.',
false, null, 'catalogue, draft', '720c7449-b3f4-456a-8dec-e1d39027f20e'),
('417dc6fa-31da-490e-a51b-f7a2dff3718b', 'Ten questions about green coffee', 'ten-questions-about-green-coffee',
'More and more of our customers have a small drum in the back room. This article is meant to answer what they ask us most often: how long green beans keep (about a year, cool and dark, in the liner of the sack), how much weight they lose (between fourteen and eighteen per cent), and whether a five-kilogram sack may be shared (yes, but write the lot number on both halves).

Still missing: moisture and density by lot, a table of charge temperatures, and a good photograph of the first crack. The last is a sound, so the photograph may have to be left out.',
false, null, 'coffee, roasting, draft', '1b4d4565-b35d-479d-a8eb-281051457c96'),
('b5dd819f-c0de-4b32-9ccd-6b6cbbe8ec0b', 'Summer opening hours of the warehouse', 'summer-opening-hours',
'In July and August the ramp closes at three o''clock on Fridays. Parcels are handed over at half past two. Collections have to be booked by Thursday noon.

Still open: whether the help desk closes at the same time, and whether pallets for the islands can leave on Fridays at all. Pieter in Rotterdam has promised an answer before the end of May.',
false, null, null, 'e2a80d75-0be3-4e91-a237-a01e7c7150a6');
